import { refusal } from '../../replies/error-codes.ts'
import { move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { unknown } from '../kit/find.ts'
import type { Action, Actions, Flow } from '../kit/flow.ts'
import { text } from '../kit/params.ts'
import { expiryOf } from './expiry.ts'
import { userPaying } from './scenarios.ts'
import { findOrder, inventedOrder, isPayable, notificationOf, paid, requireOwn, shown, transaction, unpaid } from './transaction.ts'

/** The trade type of each way to pay, and the response to its prepay request. */
const ways = {
  'jsapi': { type: 'JSAPI', response: prepay_id => ({ prepay_id }) },
  'miniprogram': { type: 'JSAPI', response: prepay_id => ({ prepay_id }) },
  'app': { type: 'APP', response: prepay_id => ({ prepay_id }) },
  'jsapi-with-contract': { type: 'JSAPI', response: prepay_id => ({ prepay_id }) },
  'app-with-contract': { type: 'APP', response: prepay_id => ({ prepay_id }) },
  'native': { type: 'NATIVE', response: id => ({ code_url: `weixin://wxpay/bizpayurl?pr=${id.slice(-9)}` }) },
  'h5': { type: 'MWEB', response: id => ({ h5_url: webPage(id) }) },
  'mweb': { type: 'MWEB', response: id => ({ mweb_url: webPage(id) }) },
} satisfies Record<string, { type: string, response: (id: string) => JsonObject }>

/** A way to pay. */
export type Way = keyof typeof ways

const webPage = (id: string) =>
  `https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=${id}&package=${id.slice(-10)}`

/** Returns the response to a prepay request for an order of that number. */
export const startOf = (way: Way, world: World, number: string) =>
  ways[way].response(world.number('wx20', 36, number))

/** Returns the trade type of a way to pay. */
export const typeOf = (way: Way) => ways[way].type

const prepay = (way: Way): Action => async (params, world) => {
  requireOwn(params, world)
  const make = () => unpaid({ ...params, ...expiryOf(params, world) }, typeOf(way))
  await world.create(transaction, { ...params, trade_type: typeOf(way) }, make)
  const order = await findOrder(params, world)
  if (order) move(transaction, order, 'prepay')
  return startOf(way, world, text(params, 'out_trade_no'))
}

/** The merchant scanned the user's payment code: it is paid at once, unless the user must enter a password. */
const scan: Action = async (params, world, scenario) => {
  requireOwn(params, world)
  const make = () => unpaid({ ...params, ...expiryOf(params, world) }, 'MICROPAY')
  const { data, isNew } = await world.create(transaction, params, make)
  if (!isNew) return shown(data)
  const needsPassword = scenario === userPaying
  const done = needsPassword ? move(transaction, data, 'requestPassword') : paid(data, world)
  await world.save(transaction, done)
  return shown(done)
}

const reverse: Action = async (params, world) => {
  const order = await findOrder(params, world)
  if (!order) return unknown(world, transaction)
  if (order.trade_type !== 'MICROPAY') throw refusal(['INVALID_REQUEST', '只有付款码支付的订单可以撤销，其他订单请关单或退款'])
  const reversed = move(transaction, order, 'reverse')
  await world.save(transaction, reversed)
  return shown(reversed)
}

const query: Action = async (params, world) => {
  const order = await findOrder(params, world)
  if (order) return shown(order)
  return unknown(world, transaction, yesterday => shown(inventedOrder(params, 100, yesterday)))
}

const close: Action = async (params, world) => {
  const order = await findOrder(params, world)
  if (!order) return unknown(world, transaction)
  if (order.combine_out_trade_no) throw refusal(['INVALID_REQUEST', '合单的子单不能单独关闭，请用合单关闭订单'])
  await world.save(transaction, move(transaction, order, 'close'))
  return {}
}

/** The user pays an order; the merchant is notified. */
async function pay(order: JsonObject, world: World): Promise<JsonObject> {
  const done = paid(order, world)
  await world.save(transaction, done)
  world.notify({
    event_type: 'TRANSACTION.SUCCESS',
    summary: '支付成功',
    original_type: 'transaction',
    notify_url: text(order, 'notify_url'),
    resource: notificationOf(done),
  })
  return done
}

const prepays = (prefix: string, ...names: Way[]): Actions[] =>
  names.map(way => ({ [`POST ${prefix}/${way}`]: prepay(way) }))

const queries = (prefix: string): Actions => ({
  [`GET ${prefix}/out-trade-no/{out_trade_no}`]: query,
  [`GET ${prefix}/id/{transaction_id}`]: query,
  [`POST ${prefix}/out-trade-no/{out_trade_no}/close`]: close,
})

const byNumber = (prefix: string, verb: 'close' | 'reverse', action: Action): Actions =>
  ({ [`POST ${prefix}/out-trade-no/{out_trade_no}/${verb}`]: action })

const byId = (prefix: string, verb: 'close' | 'reverse', action: Action): Actions =>
  ({ [`POST ${prefix}/id/{transaction_id}/${verb}`]: action })

const direct = '/v3/pay/transactions'
const partner = '/v3/pay/partner/transactions'
const overseas = '/v3/global/transactions'
const overseasByCode = '/v3/global/micropay/transactions'

/** Orders: prepay, query, close. The user pays. Orders by payment code are paid at once, and can be reversed. */
export const flow: Flow = {
  actions: [
    ...[direct, partner].flatMap(prefix => [
      ...prepays(prefix, 'jsapi', 'app', 'native', 'h5', 'jsapi-with-contract', 'app-with-contract'),
      { [`POST ${prefix}/codepay`]: scan },
      byNumber(prefix, 'reverse', reverse),
    ]),
    ...prepays(partner, 'miniprogram'),
    ...prepays(overseas, 'jsapi', 'app', 'native', 'mweb'),
    byId(overseas, 'close', close),
    ...[direct, partner, overseas].map(queries),
    { [`POST ${overseasByCode}/pay`]: scan },
    byNumber(overseasByCode, 'reverse', reverse),
    byId(overseasByCode, 'reverse', reverse),
  ],
  otherSide: {
    record: transaction,
    next: (order, world) => isPayable(order, world) && !order.combine_out_trade_no ? 'pay' : undefined,
    act: pay,
  },
}
