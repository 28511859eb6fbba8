import type { Product } from '../kit/product.ts'

/** The gold plan: the page after a payment. */
export const goldplan: Product = {
  prefixes: ['/v3/goldplan/'],
  load: () => Promise.all([import('./gold-plan-operations.ts')]),
}
