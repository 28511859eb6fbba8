import { auditRejected } from '../kit/audit.ts'
import type { Product } from '../kit/product.ts'

/** Operations of merchants overseas only: permission for payments on web pages. */
export const overseas: Product = {
  prefixes: ['/v3/global/merchant/h5/permission/'],
  scenarios: [auditRejected],
  load: () => Promise.all([import('./h5-permission-operations.ts')]),
}
