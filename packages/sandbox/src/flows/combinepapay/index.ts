import type { Product } from '../kit/product.ts'
import { payment } from '../payment/index.ts'
import { contractTerminated } from './scenarios.ts'

/** Deductions for several sub-merchants at once, by a contract that the user signed (电商合单代扣). */
export const combinepapay: Product = {
  prefixes: ['/v3/ecommerce/combine-papay/'],
  uses: [payment],
  scenarios: [contractTerminated],
  load: () => Promise.all([
    import('./contract-operations.ts'),
    import('./deduction-operations.ts'),
  ]),
}
