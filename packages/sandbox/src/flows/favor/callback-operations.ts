import { callbackAddress, getAddress, setAddress } from '../kit/callback-address.ts'
import type { Flow } from '../kit/flow.ts'

/** The address to notify of used cash coupons. */
export const favorAddress = callbackAddress('favor-callback', '代金券通知地址')

/** The address for notifications of cash coupons: set, query. */
export const flow: Flow = {
  records: [favorAddress],
  actions: {
    'POST /v3/marketing/favor/callbacks': setAddress(favorAddress),
    'GET /v3/marketing/favor/callbacks': getAddress(favorAddress),
  },
}
