import { auditRejected } from '../kit/audit.ts'
import type { Product } from '../kit/product.ts'
import { payment } from '../payment/index.ts'

/** Pay-score (支付分): service orders, permissions, plans, smart retail. */
export const payscore: Product = {
  prefixes: ['/v3/payscore/'],
  uses: [payment],
  scenarios: [auditRejected],
  load: () => Promise.all([
    import('./order-operations.ts').then(({ payscoreOrders }) => payscoreOrders),
    import('./permission-operations.ts').then(({ payscorePermissions }) => payscorePermissions),
    import('./plan-operations.ts').then(({ payscorePlans }) => payscorePlans),
    import('./sign-plan-operations.ts').then(({ payscoreSignPlans }) => payscoreSignPlans),
    import('./service-account-operations.ts').then(({ payscoreServiceAccounts }) => payscoreServiceAccounts),
    import('./smart-retail-operations.ts').then(({ smartRetailOrders }) => smartRetailOrders),
  ]),
}
