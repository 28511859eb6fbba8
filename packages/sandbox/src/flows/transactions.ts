import type { JsonObject } from '../engine/types.ts'
import { move } from '../state/kind.ts'
import type { World } from '../state/world.ts'
import type { Action, Flow } from './flow.ts'
import { text, unknown } from './params.ts'
import { findOrder, isPayable, paid, shown, toldOf, transaction, unpaid } from './transaction.ts'

/** What each way to pay is called, and what the app is given to start it. */
const ways: Record<string, { type: string, answer: (id: string) => JsonObject }> = {
  jsapi: { type: 'JSAPI', answer: prepay_id => ({ prepay_id }) },
  miniprogram: { type: 'JSAPI', answer: prepay_id => ({ prepay_id }) },
  app: { type: 'APP', answer: prepay_id => ({ prepay_id }) },
  native: { type: 'NATIVE', answer: id => ({ code_url: `weixin://wxpay/bizpayurl?pr=${id.slice(-9)}` }) },
  h5: {
    type: 'MWEB',
    answer: id => ({ h5_url: `https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=${id}&package=${id.slice(-10)}` }),
  },
}

/** The way to start a payment of that number. */
export const startOf = (way: string, world: World, number: string) =>
  ways[way]!.answer(world.number('wx20', 36, number))

/** What the way is called in queries. */
export const typeOf = (way: string) => ways[way]!.type

const prepay = (way: string): Action => async (params, world) => {
  await world.create(transaction, { ...params, trade_type: typeOf(way) }, () => unpaid(params, typeOf(way)))
  const order = await findOrder(world, params)
  if (order) move(transaction, order, 'prepay')
  return startOf(way, world, text(params, 'out_trade_no'))
}

const query: Action = async (params, world) => {
  const order = await findOrder(world, params)
  return order ? shown(order) : unknown(world, transaction)
}

const close: Action = async (params, world) => {
  const order = await findOrder(world, params)
  if (!order) return unknown(world, transaction)
  await world.save(transaction, move(transaction, order, 'close'))
  return {}
}

/** Pays an order for the user and tells the merchant. */
async function pay(order: JsonObject, world: World): Promise<JsonObject> {
  const done = paid(order, world)
  await world.save(transaction, done)
  world.notify({
    event_type: 'TRANSACTION.SUCCESS',
    summary: '支付成功',
    original_type: 'transaction',
    notify_url: text(order, 'notify_url'),
    resource: toldOf(done),
  })
  return done
}

const prefixes = ['/v3/pay/transactions', '/v3/pay/partner/transactions'] as const

/** Orders of direct merchants and of partners: prepay, query, close; the user pays. */
export const transactions: Flow = {
  actions: Object.fromEntries(prefixes.flatMap((prefix): [string, Action][] => [
    ...Object.keys(ways).map((way): [string, Action] => [`POST ${prefix}/${way}`, prepay(way)]),
    [`GET ${prefix}/out-trade-no/{out_trade_no}`, query],
    [`GET ${prefix}/id/{transaction_id}`, query],
    [`POST ${prefix}/out-trade-no/{out_trade_no}/close`, close],
  ])),
  user: {
    kind: transaction,
    waits: (order, world) => isPayable(order, world) && !order.combine_out_trade_no,
    act: pay,
  },
}
