import { auditRejected } from '../kit/audit.ts'
import type { Product } from '../kit/product.ts'

/** Applications for sub-merchants, and their settlement accounts. */
export const applyment: Product = {
  prefixes: ['/v3/applyment4sub/', '/v3/apply4sub/'],
  scenarios: [auditRejected],
  load: () => Promise.all([
    import('./applyment-operations.ts'),
    import('./settlement-operations.ts'),
  ]),
}
