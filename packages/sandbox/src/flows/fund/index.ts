import type { Product } from '../kit/product.ts'
import { withdrawClosed, withdrawFail, withdrawReturned } from './scenarios.ts'

/** Balances and withdrawals (商户资金) of platforms and their sub-merchants. */
export const fund: Product = {
  prefixes: ['/v3/merchant/fund/', '/v3/ecommerce/fund/', '/v3/platsolution/ecommerce/withdraw/'],
  scenarios: [withdrawFail, withdrawClosed, withdrawReturned],
  load: () => Promise.all([
    import('./balance-operations.ts'),
    import('./withdrawal-operations.ts'),
    import('./day-end-operations.ts'),
    import('./abnormal-bill-operations.ts'),
  ]),
}
