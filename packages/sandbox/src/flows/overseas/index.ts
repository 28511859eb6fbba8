import { auditRejected } from '../kit/audit.ts'
import type { Product } from '../kit/product.ts'

/** What only merchants abroad have: permission for payments on web pages. */
export const overseas: Product = {
  prefixes: ['/v3/global/merchant/h5/permission/'],
  scenarios: [auditRejected],
  load: () => Promise.all([import('./h5-permission-operations.ts')]),
}
