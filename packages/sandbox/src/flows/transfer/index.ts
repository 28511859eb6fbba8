import type { Product } from '../kit/product.ts'
import { transferFail } from './scenarios.ts'

/** Transfers to a user's balance, authorizations and receipts. */
export const transfer: Product = {
  prefixes: ['/v3/fund-app/', '/v3/transferdownload/'],
  scenarios: [transferFail],
  load: () => Promise.all([
    import('./transfer-operations.ts'),
    import('./authorization-operations.ts'),
    import('./receipt-operations.ts'),
  ]),
}
