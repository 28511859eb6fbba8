import type { Product } from '../kit/product.ts'

/** Electronic invoices (电子发票). */
export const invoice: Product = {
  prefixes: ['/v3/new-tax-control-fapiao/'],
  load: () => Promise.all([import('./file-operations.ts')]),
}
