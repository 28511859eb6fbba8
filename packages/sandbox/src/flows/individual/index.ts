import { abnormal } from '../abnormal/index.ts'
import { fund } from '../fund/index.ts'
import type { Product } from '../kit/product.ts'
import { payment } from '../payment/index.ts'
import { authorizationWithdrawn, settlementAbnormal, settlementFeeFailed } from './scenarios.ts'

/** Persons who sell on a platform and receive the money themselves (个人收款). */
export const individual: Product = {
  prefixes: ['/v3/ecommerce/individual-contracts/', '/v3/platsolution/ecommerce/settle/'],
  uses: [abnormal, fund, payment],
  scenarios: [authorizationWithdrawn, settlementAbnormal, settlementFeeFailed],
  load: () => Promise.all([
    import('./authorization-operations.ts'),
    import('./settlement-operations.ts'),
  ]),
}
