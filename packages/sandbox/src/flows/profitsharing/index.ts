import type { Product } from '../kit/product.ts'
import { payment } from '../payment/index.ts'

/** Sharing the money of paid orders with others (分账). */
export const profitsharing: Product = {
  prefixes: ['/v3/profitsharing/'],
  uses: [payment],
  load: () => Promise.all([
    import('./order-operations.ts').then(({ profitSharing }) => profitSharing),
    import('./receiver-operations.ts').then(({ profitSharingReceivers }) => profitSharingReceivers),
    import('./return-operations.ts').then(({ profitSharingReturns }) => profitSharingReturns),
  ]),
}
