import type { Product } from '../kit/product.ts'

/** Money that is stuck on its way to its receiver (在途异常资金). */
export const abnormal: Product = {
  prefixes: ['/v3/abnormal-fund-processing/'],
  load: () => Promise.all([import('./receipt-operations.ts')]),
}
