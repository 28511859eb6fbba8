import { fund } from '../fund/index.ts'
import type { Product } from '../kit/product.ts'
import { compensationClosed, insurerPending } from './scenarios.ts'

/** Compensations (平台赔付): of a platform, of an insurer, from the deposit of a sub-merchant; to users and merchants. */
export const compensation: Product = {
  prefixes: [
    '/v3/platsolution/ecommerce/mch-transfer/', '/v3/platsolution/ecommerce/insurance-compensation-contracts',
  ],
  uses: [fund],
  scenarios: [compensationClosed, insurerPending],
  load: () => Promise.all([
    import('./bill-operations.ts'),
    import('./confirmation-operations.ts'),
    import('./insurer-operations.ts'),
  ]),
}
