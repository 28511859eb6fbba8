import type { Product } from '../kit/product.ts'
import { payment } from '../payment/index.ts'

/** Profit sharing (分账): the money of paid orders is shared with receivers. */
export const profitsharing: Product = {
  prefixes: ['/v3/profitsharing/'],
  uses: [payment],
  load: () => Promise.all([
    import('./order-operations.ts'),
    import('./receiver-operations.ts'),
    import('./return-operations.ts'),
  ]),
}
