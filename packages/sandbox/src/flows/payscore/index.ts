import { auditRejected } from '../kit/audit.ts'
import type { Product } from '../kit/product.ts'
import { payment } from '../payment/index.ts'

/** Pay-score (支付分): service orders, permissions, plans, smart retail, parking. */
export const payscore: Product = {
  prefixes: ['/v3/payscore/', '/v3/vehicle/parking/'],
  uses: [payment],
  scenarios: [auditRejected],
  load: () => Promise.all([
    import('./order-operations.ts'),
    import('./permission-operations.ts'),
    import('./plan-operations.ts'),
    import('./sign-plan-operations.ts'),
    import('./service-account-operations.ts'),
    import('./smart-retail-operations.ts'),
    import('./parking-operations.ts'),
  ]),
}
