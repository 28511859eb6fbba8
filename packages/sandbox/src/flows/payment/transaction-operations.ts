import { refusal } from '../../replies/error-codes.ts'
import type { Scenario } from '../../scenarios/scenarios.ts'
import { move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { unknown } from '../kit/find.ts'
import type { Flow, OtherSide } from '../kit/flow.ts'
import { notify } from '../kit/notify.ts'
import type { Parties } from '../kit/operation.ts'
import { pick } from '../kit/params.ts'
import { expiryOf } from './expiry.ts'
import { userPaying } from './scenarios.ts'
import { findOrder, inventedOrder, isPaid, isPayable, notificationOf, type Order, paid, type PaidOrder, requireOwn, shown, shownOverseas, transaction, unpaid, type Wanted } from './transaction.ts'
import { startOf, type Way, ways } from './ways.ts'

/** The members of a request that name an order. */
type Keys = Parties & { out_trade_no?: string, transaction_id?: string }

const prepay = <Start>(way: Way<Start>) => async (params: Wanted, world: World) => {
  requireOwn(params, world)
  const make = () => unpaid({ ...params, ...expiryOf(params, world) }, way.type)
  await world.create(transaction, { ...params, trade_type: way.type }, make)
  const order = await findOrder(params, world)
  if (order) move(transaction, order, 'prepay')
  return startOf(way, world, params.out_trade_no)
}

/** The merchant scanned the user's payment code: it is paid at once, unless the user must enter a password. */
async function scan(params: Wanted, world: World, scenario?: Scenario): Promise<Order> {
  requireOwn(params, world)
  const make = () => unpaid({ ...params, ...expiryOf(params, world) }, 'MICROPAY')
  const { data, isNew } = await world.create(transaction, params, make)
  if (!isNew) return data
  const needsPassword = scenario === userPaying
  const done = needsPassword ? move(transaction, data, 'requestPassword') : paid(data, world)
  await world.save(transaction, done)
  return done
}

const scanDomestic = async (params: Wanted, world: World, scenario?: Scenario) => {
  const order = await scan(params, world, scenario)
  return { ...shown(order), trade_type: order.trade_type }
}

const reverse = async (params: Keys, world: World) => {
  const order = await findOrder(params, world)
  if (!order) return unknown(world, transaction)
  if (order.trade_type !== 'MICROPAY') throw refusal(['INVALID_REQUEST', '只有付款码支付的订单可以撤销，其他订单请关单或退款'])
  const reversed = move(transaction, order, 'reverse')
  await world.save(transaction, reversed)
  return shown(reversed)
}

const findOrInvent = async (params: Keys, world: World) =>
  await findOrder(params, world)
  ?? unknown(world, transaction, yesterday => inventedOrder(params, 100, yesterday))

const query = async (params: Keys, world: World) => {
  const order = await findOrInvent(params, world)
  return order && shown(order)
}

/** An order gets WeChat Pay's number when it is paid, so the trade type is known. */
const queryById = async (params: Keys, world: World) => {
  const order = await findOrInvent(params, world)
  return order && { ...shown(order), trade_type: order.trade_type }
}

const queryOverseas = async (params: Keys, world: World) => {
  const order = await findOrInvent(params, world)
  return order && shownOverseas(order)
}

const queryOverseasById = async (params: Keys, world: World) => {
  const order = await findOrInvent(params, world)
  return order && isPaid(order)
    ? { ...shownOverseas(order), ...pick(order, 'bank_type', 'success_time', 'payer'), id: order.transaction_id }
    : undefined
}

const scanOverseas = async (params: Wanted, world: World, scenario?: Scenario) =>
  shownOverseas(await scan(params, world, scenario))

const close = async (params: Keys, world: World) => {
  const order = await findOrder(params, world)
  if (!order) return unknown(world, transaction)
  if (order.combine_out_trade_no) throw refusal(['INVALID_REQUEST', '合单的子单不能单独关闭，请用合单关闭订单'])
  await world.save(transaction, move(transaction, order, 'close'))
  return {}
}

/** The user pays an order; the merchant is notified. */
async function pay(order: Order, world: World): Promise<PaidOrder> {
  const done = paid(order, world)
  await world.save(transaction, done)
  notify(world, 'TRANSACTION.SUCCESS', {
    summary: '支付成功',
    original_type: 'transaction',
    notify_url: order.notify_url ?? '',
    resource: notificationOf(done),
  })
  return done
}

const user: OtherSide<Order> = {
  record: transaction,
  next: (order, world) => isPayable(order, world) && !order.combine_out_trade_no ? 'pay' : undefined,
  act: pay,
}

const direct = '/v3/pay/transactions'
const partner = '/v3/pay/partner/transactions'

const overseas = '/v3/global/transactions'
const overseasByCode = '/v3/global/micropay/transactions'

/** Orders: prepay, query, close. The user pays. Orders by payment code are paid at once, and can be reversed. */
export const flow: Flow = {
  actions: {
    [`POST ${direct}/jsapi`]: prepay(ways.jsapi),
    [`POST ${direct}/app`]: prepay(ways.app),
    [`POST ${direct}/native`]: prepay(ways.native),
    [`POST ${direct}/h5`]: prepay(ways.h5),
    [`POST ${direct}/jsapi-with-contract`]: prepay(ways.jsapi),
    [`POST ${direct}/app-with-contract`]: prepay(ways.app),
    [`POST ${direct}/codepay`]: scanDomestic,
    [`GET ${direct}/out-trade-no/{out_trade_no}`]: query,
    [`GET ${direct}/id/{transaction_id}`]: queryById,
    [`POST ${direct}/out-trade-no/{out_trade_no}/close`]: close,
    [`POST ${direct}/out-trade-no/{out_trade_no}/reverse`]: reverse,

    [`POST ${partner}/jsapi`]: prepay(ways.jsapi),
    [`POST ${partner}/miniprogram`]: prepay(ways.jsapi),
    [`POST ${partner}/app`]: prepay(ways.app),
    [`POST ${partner}/native`]: prepay(ways.native),
    [`POST ${partner}/h5`]: prepay(ways.h5),
    [`POST ${partner}/jsapi-with-contract`]: prepay(ways.jsapi),
    [`POST ${partner}/app-with-contract`]: prepay(ways.app),
    [`POST ${partner}/codepay`]: scanDomestic,
    [`GET ${partner}/out-trade-no/{out_trade_no}`]: query,
    [`GET ${partner}/id/{transaction_id}`]: queryById,
    [`POST ${partner}/out-trade-no/{out_trade_no}/close`]: close,
    [`POST ${partner}/out-trade-no/{out_trade_no}/reverse`]: reverse,

    [`POST ${overseas}/jsapi`]: prepay(ways.jsapi),
    [`POST ${overseas}/app`]: prepay(ways.app),
    [`POST ${overseas}/native`]: prepay(ways.native),
    [`POST ${overseas}/mweb`]: prepay(ways.mweb),
    [`GET ${overseas}/out-trade-no/{out_trade_no}`]: queryOverseas,
    [`GET ${overseas}/id/{transaction_id}`]: queryOverseasById,
    [`POST ${overseas}/out-trade-no/{out_trade_no}/close`]: close,
    [`POST ${overseas}/id/{transaction_id}/close`]: close,
    [`POST ${overseasByCode}/pay`]: scanOverseas,
    [`POST ${overseasByCode}/out-trade-no/{out_trade_no}/reverse`]: reverse,
    [`POST ${overseasByCode}/id/{transaction_id}/reverse`]: reverse,
  },
  otherSide: user,
}
