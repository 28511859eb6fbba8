import type { Product } from '../kit/product.ts'
import { payment } from '../payment/index.ts'

/** Complaints of users about paid orders. */
export const complaint: Product = {
  prefixes: [
    '/v3/merchant-service/complaint', '/v3/merchant-service/feedbacks', '/v3/global/merchant-service/complaint',
  ],
  uses: [payment],
  load: () => Promise.all([
    import('./complaint-operations.ts'),
    import('./v1-operations.ts'),
    import('./address-operations.ts'),
  ]),
}
