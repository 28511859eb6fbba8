import { auditFrozen, auditRejected } from '../kit/audit.ts'
import type { Product } from '../kit/product.ts'

/** Confirmations that a merchant wants its account (商户开户意愿确认), of channels and institutions. */
export const subject: Product = {
  prefixes: ['/v3/apply4subject/'],
  scenarios: [auditRejected, auditFrozen],
  load: () => Promise.all([
    import('./application-operations.ts'),
    import('./authorization-operations.ts'),
  ]),
}
