import { complaint } from '../complaint/index.ts'
import { fund } from '../fund/index.ts'
import { withdrawFail, withdrawReturned } from '../fund/scenarios.ts'
import { auditRejected } from '../kit/audit.ts'
import type { Product } from '../kit/product.ts'

/** Cancellations of a platform's sub-merchants (注销), with or without the withdrawal of their money. */
export const cancellation: Product = {
  prefixes: ['/v3/ecommerce/account/'],
  uses: [fund, complaint],
  scenarios: [auditRejected, withdrawFail, withdrawReturned],
  load: () => Promise.all([
    import('./application-operations.ts'),
    import('./withdrawal-operations.ts'),
    import('./validation-operations.ts'),
  ]),
}
