import type { Product } from '../kit/product.ts'

/** Banks, branches and areas, to fill in settlement accounts (银行组件). */
export const capital: Product = {
  prefixes: ['/v3/capital/'],
  load: () => Promise.all([import('./bank-operations.ts'), import('./area-operations.ts')]),
}
