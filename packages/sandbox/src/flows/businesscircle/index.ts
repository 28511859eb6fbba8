import type { Product } from '../kit/product.ts'
import { payment } from '../payment/index.ts'

/** Business circles (商圈): a mall gives its members points for payments in its shops. */
export const businesscircle: Product = {
  prefixes: ['/v3/businesscircle/'],
  uses: [payment],
  load: () => Promise.all([import('./business-circle-operations.ts')]),
}
