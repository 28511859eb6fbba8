import type { Product } from '../kit/product.ts'
import { payment } from '../payment/index.ts'
import { refundAbnormal, refundClosed } from './scenarios.ts'

/** Refunds of paid orders. */
export const refund: Product = {
  prefixes: ['/v3/refund/', '/v3/global/refunds', '/v3/ecommerce/refunds'],
  uses: [payment],
  scenarios: [refundAbnormal, refundClosed],
  load: () => Promise.all([import('./refund-operations.ts'), import('./advance-operations.ts')]),
}
