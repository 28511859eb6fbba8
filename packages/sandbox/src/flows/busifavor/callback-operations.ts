import { callbackAddress, getAddress, setAddress } from '../kit/callback-address.ts'
import type { Flow } from '../kit/flow.ts'

/** The address to notify of taken merchant coupons. */
export const busifavorAddress = callbackAddress('busifavor-callback', '商家券通知地址')

/** The address for notifications of merchant coupons: set, query. */
export const flow: Flow = {
  records: [busifavorAddress],
  actions: {
    'POST /v3/marketing/busifavor/callbacks': setAddress(busifavorAddress),
    'GET /v3/marketing/busifavor/callbacks': getAddress(busifavorAddress),
  },
}
