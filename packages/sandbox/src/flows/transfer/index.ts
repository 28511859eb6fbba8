import type { Product } from '../kit/product.ts'
import { transferFail } from './scenarios.ts'

/** Transfers to a user's balance, also of the money of sub-merchants, authorizations and receipts. */
export const transfer: Product = {
  prefixes: ['/v3/fund-app/', '/v3/transferdownload/', '/v3/ecommerce/mch-transfer/'],
  scenarios: [transferFail],
  load: () => Promise.all([
    import('./transfer-operations.ts'),
    import('./authorization-operations.ts'),
    import('./receipt-operations.ts'),
    import('./sub-merchant-operations.ts'),
  ]),
}
