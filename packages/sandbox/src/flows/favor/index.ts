import type { Product } from '../kit/product.ts'

/** Cash coupons (代金券). */
export const favor: Product = {
  prefixes: ['/v3/marketing/favor/'],
  load: () => Promise.all([
    import('./stock-operations.ts').then(({ favorStocks }) => favorStocks),
    import('./coupon-operations.ts').then(({ favorCoupons }) => favorCoupons),
    import('./callback-operations.ts').then(({ favorCallbacks }) => favorCallbacks),
    import('./bill-operations.ts').then(({ favorBills }) => favorBills),
  ]),
}
