import type { Product } from '../kit/product.ts'

/** The download of platform certificates. */
export const certificates: Product = {
  prefixes: ['/v3/certificates', '/v3/global/certificates'],
  load: () => Promise.all([import('./certificate-operations.ts')]),
}
