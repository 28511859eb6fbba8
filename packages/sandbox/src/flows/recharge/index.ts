import type { Product } from '../kit/product.ts'
import { rechargeReturned } from './scenarios.ts'

const platform = '/v3/platsolution/ecommerce'

/** Recharges (商户充值) of merchants, platforms and their sub-merchants, and the money that banks bring. */
export const recharge: Product = {
  prefixes: [
    '/v3/recharge/', '/v3/merchantfund/', `${platform}/recharges/`, `${platform}/recharge-employees`,
    `${platform}/bank-transfer-recharges/`,
  ],
  scenarios: [rechargeReturned],
  load: () => Promise.all([
    import('./recharge-operations.ts'),
    import('./bank-transfer-operations.ts'),
    import('./employee-operations.ts'),
    import('./income-operations.ts'),
  ]),
}
