import type { Product } from '../kit/product.ts'

/** Uploaded pictures and videos. */
export const media: Product = {
  prefixes: ['/v3/merchant-service/images/', '/v3/global/merchant-service/images/'],
  load: () => Promise.all([import('./media-operations.ts')]),
}
