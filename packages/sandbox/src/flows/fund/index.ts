import { bill } from '../bill/index.ts'
import type { Product } from '../kit/product.ts'
import { withdrawClosed, withdrawFail, withdrawReturned } from './scenarios.ts'

/** Balances and withdrawals (商户资金) of platforms and their sub-merchants, and money stuck on its way. */
export const fund: Product = {
  prefixes: [
    '/v3/merchant/fund/', '/v3/ecommerce/fund/', '/v3/platsolution/ecommerce/withdraw/', '/v3/abnormal-fund-processing/',
  ],
  uses: [bill],
  scenarios: [withdrawFail, withdrawClosed, withdrawReturned],
  load: () => Promise.all([
    import('./balance-operations.ts'),
    import('./withdrawal-operations.ts'),
    import('./day-end-operations.ts'),
    import('./abnormal-bill-operations.ts'),
    import('./abnormal-receipt-operations.ts'),
  ]),
}
