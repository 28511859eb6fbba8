import { auditRejected } from '../kit/audit.ts'
import type { Product } from '../kit/product.ts'

/** Changes of the settlement rules of an institution's sub-merchants (特约商户结算规则). */
export const settlerule: Product = {
  prefixes: ['/v3/merchant-settlement/'],
  scenarios: [auditRejected],
  load: () => Promise.all([import('./rule-operations.ts')]),
}
