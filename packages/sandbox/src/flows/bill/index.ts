import type { Product } from '../kit/product.ts'

/** Trade, fund flow and profit sharing bills (账单). */
export const bill: Product = {
  prefixes: ['/v3/bill/', '/v3/billdownload/', '/v3/profitsharing/bills', '/v3/global/statements', '/v3/ecommerce/bill/'],
  load: () => Promise.all([
    import('./bill-operations.ts'),
    import('./sub-merchant-operations.ts'),
    import('./statement-operations.ts'),
  ]),
}
