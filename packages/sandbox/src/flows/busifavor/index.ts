import { favor } from '../favor/index.ts'
import type { Product } from '../kit/product.ts'

/** Merchant coupons (商家券). */
export const busifavor: Product = {
  prefixes: ['/v3/marketing/busifavor/'],
  uses: [favor],
  load: () => Promise.all([
    import('./coupon-operations.ts'),
    import('./callback-operations.ts'),
  ]),
}
