import { applyment } from '../applyment/index.ts'
import { auditFrozen, auditRejected } from '../kit/audit.ts'
import type { Product } from '../kit/product.ts'

/** Applications for sub-merchants of platforms (二级商户进件), and the sub-merchants they open. */
export const onboarding: Product = {
  prefixes: ['/v3/ecommerce/applyments/', '/v3/ecommerce/subject-sub-merchants'],
  uses: [applyment],
  scenarios: [auditRejected, auditFrozen],
  load: () => Promise.all([
    // First, so that one advance does not sign what it has only just checked.
    import('./signature-operations.ts'),
    import('./application-operations.ts'),
    import('./sub-merchant-operations.ts'),
  ]),
}
