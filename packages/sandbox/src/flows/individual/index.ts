import type { Product } from '../kit/product.ts'
import { authorizationWithdrawn } from './scenarios.ts'

/** Persons who sell on a platform and receive the money themselves (个人收款). */
export const individual: Product = {
  prefixes: ['/v3/ecommerce/individual-contracts/'],
  scenarios: [authorizationWithdrawn],
  load: () => Promise.all([import('./authorization-operations.ts')]),
}
