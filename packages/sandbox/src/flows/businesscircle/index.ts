import type { Product } from '../kit/product.ts'
import { payment } from '../payment/index.ts'

/** Points of a mall for what its members pay in its shops. */
export const businesscircle: Product = {
  prefixes: ['/v3/businesscircle/'],
  uses: [payment],
  load: () => Promise.all([import('./business-circle-operations.ts')]),
}
