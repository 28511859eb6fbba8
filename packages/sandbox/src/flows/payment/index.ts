import type { Product } from '../kit/product.ts'
import { userPaying } from './scenarios.ts'

/** Orders of direct merchants, partners and merchants overseas, single and combined. */
export const payment: Product = {
  prefixes: ['/v3/pay/', '/v3/global/transactions/', '/v3/global/micropay/', '/v3/combine-transactions/'],
  scenarios: [userPaying],
  load: () => Promise.all([
    import('./transaction-operations.ts'),
    import('./combine-operations.ts'),
  ]),
}
