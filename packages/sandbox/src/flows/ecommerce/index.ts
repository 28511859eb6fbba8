import { fund } from '../fund/index.ts'
import type { Product } from '../kit/product.ts'
import { payment } from '../payment/index.ts'
import { profitsharing } from '../profitsharing/index.ts'
import { refund } from '../refund/index.ts'

/** Platforms (平台收付通): the money of their sub-merchants' orders is shared and subsidized. */
export const ecommerce: Product = {
  prefixes: ['/v3/ecommerce/profitsharing/', '/v3/ecommerce/subsidies/'],
  uses: [fund, payment, profitsharing, refund],
  load: () => Promise.all([
    import('./receiver-operations.ts'),
    import('./sharing-operations.ts'),
    import('./return-operations.ts'),
    import('./subsidy-operations.ts'),
    import('./subsidy-return-operations.ts'),
  ]),
}
