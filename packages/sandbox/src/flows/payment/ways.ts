import type { World } from '../../state/world.ts'
import { prepayIdOf } from './prepay-id.ts'
import type { TradeType } from './transaction.ts'

/** A way to pay: the trade type of its orders, and the response to its prepay request. */
export interface Way<Start = object> {
  type: TradeType
  start: (prepay_id: string) => Start
}

const sdk = (prepay_id: string) => ({ prepay_id })

const webPage = (id: string) =>
  `https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=${id}&package=${id.slice(-10)}`

/** The ways to pay, `mweb` overseas only. */
export const ways = {
  jsapi: { type: 'JSAPI', start: sdk },
  app: { type: 'APP', start: sdk },
  native: { type: 'NATIVE', start: id => ({ code_url: `weixin://wxpay/bizpayurl?pr=${id.slice(-9)}` }) },
  h5: { type: 'MWEB', start: id => ({ h5_url: webPage(id) }) },
  mweb: { type: 'MWEB', start: id => ({ mweb_url: webPage(id) }) },
} satisfies Record<string, Way>

/** Returns the response to a prepay request for an order of that number. */
export const startOf = <Start>(way: Way<Start>, world: World, number: string) =>
  way.start(prepayIdOf(world, number))
