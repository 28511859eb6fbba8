import type { Product } from '../kit/product.ts'
import { payment } from '../payment/index.ts'

/** Sharing the money of paid orders with others (分账). */
export const profitsharing: Product = {
  prefixes: ['/v3/profitsharing/'],
  uses: [payment],
  load: () => Promise.all([
    import('./order-operations.ts'),
    import('./receiver-operations.ts'),
    import('./return-operations.ts'),
  ]),
}
