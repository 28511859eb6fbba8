import type { Product } from '../kit/product.ts'

/** Cash coupons (代金券). */
export const favor: Product = {
  prefixes: ['/v3/marketing/favor/'],
  load: () => Promise.all([
    import('./stock-operations.ts'),
    import('./coupon-operations.ts'),
    import('./callback-operations.ts'),
    import('./bill-operations.ts'),
  ]),
}
