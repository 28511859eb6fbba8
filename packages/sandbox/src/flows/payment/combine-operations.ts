import { refusal } from '../../replies/error-codes.ts'
import { current, type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { find, unknown } from '../kit/find.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { notify } from '../kit/notify.ts'
import type { Params } from '../kit/operation.ts'
import { omit, pick } from '../kit/params.ts'
import { awaits } from '../kit/steps.ts'
import { expiryOf } from './expiry.ts'
import { findOrder, inventedOrder, type Order, paid, type PaidOrder, requireOwn, shown, transaction, unpaid } from './transaction.ts'
import { startOf, type Way, ways } from './ways.ts'

const prefix = '/v3/combine-transactions'

type Wanted = Params<`POST ${typeof prefix}/${'jsapi' | 'native' | 'app' | 'h5' | 'miniprogram'}`>

/** Several orders paid at once; it has the states of an order, and its parts change with it. */
type Combination = Wanted & { state: Order['trade_state'], combine_transaction_id?: string }

/** A combined order and its states. */
export const combination: Machine<keyof typeof transaction.transitions, Combination> = {
  ...pick(transaction, 'transitions', 'refusals'),
  name: 'combine-transaction',
  label: '合单',
  key: ['combine_out_trade_no'],
  aliases: ['combine_transaction_id'],
  state: 'state',
  missing: ['ORDERNOTEXIST', '订单不存在'],
  expires: ({ time_expire = '' }) => Date.parse(time_expire),
  used: ['OUT_TRADE_NO_USED', '合单商户订单号重复：同一订单号须用相同的参数下单'],
}

const prepay = <Start>(way: Way<Start>) => async (params: Wanted, world: World) => {
  requireOwn(params, world)
  const request = { ...params, trade_type: way.type }
  const wanted = { ...params, ...expiryOf(params, world) }
  const { data, isNew } = await world.create(combination, request, (): Combination => ({ ...wanted, state: 'NOTPAY' }))
  if (isNew) await createParts(wanted, way, world)
  move(combination, current(combination, data, world.now), 'prepay')
  return startOf(way, world, params.combine_out_trade_no)
}

async function createParts(params: Wanted, { type }: Pick<Way, 'type'>, world: World) {
  for (const part of params.sub_orders) {
    const order = {
      ...part,
      ...pick(params, 'combine_out_trade_no', 'time_expire', 'notify_url'),
      appid: params.combine_appid,
      amount: { total: part.amount.total_amount },
    }
    const { isNew } = await world.create(transaction, order, () => unpaid(order, type))
    if (!isNew) throw refusal(transaction.used)
  }
}

/** A part of a combined order; payment codes do not pay it. */
type Part = Order & { trade_type: Exclude<Order['trade_type'], 'MICROPAY'> }
  & { trade_state: Exclude<Order['trade_state'], 'USERPAYING' | 'REVOKED'> }

const isPart = (order: Order | undefined): order is Part => order?.combine_out_trade_no !== undefined

const partsOf = async ({ sub_orders }: Combination, world: World): Promise<Part[]> =>
  (await Promise.all(sub_orders.map(({ out_trade_no }) => findOrder({ out_trade_no }, world)))).filter(isPart)

/** Returns a part as a query shows it. */
function shownPart(part: Part) {
  const { mchid = '', trade_type, trade_state, amount: { total, currency = 'CNY', payer_total } } = part
  return {
    ...omit(shown(part), 'trade_type'), mchid, trade_state, ...payer_total !== undefined && { trade_type },
    amount: { total_amount: total, currency, payer_amount: payer_total ?? 0, payer_currency: 'CNY' },
  }
}

const query: Action<`GET ${typeof prefix}/out-trade-no/{combine_out_trade_no}`> = async (params, world) => {
  const data = await find(combination, params, world)
  return data
    ? { ...data, sub_orders: (await partsOf(data, world)).map(shownPart) }
    : unknown(world, combination, yesterday => invent(params.combine_out_trade_no, yesterday))
}

/** A combined order gets WeChat Pay's number when it is paid. */
const queryById: Action<`GET ${typeof prefix}/id/{combine_transaction_id}`> = async (params, world) => {
  const { combine_transaction_id } = params
  const data = await find(combination, params, world)
  const shown = data
    ? { ...data, sub_orders: (await partsOf(data, world)).map(shownPart) }
    : unknown(world, combination, yesterday => invent(combine_transaction_id, yesterday))
  return shown && { ...shown, combine_transaction_id }
}

/** Returns an invented combined order of one part, paid. */
function invent(number: string, world: World) {
  const order = inventedOrder({ out_trade_no: `${number}-1`.slice(-32) }, 100, world)
  const part = shownPart({ ...order, trade_type: 'JSAPI', trade_state: 'SUCCESS' })
  const combine_transaction_id = world.number('4200009999', 28, number)
  return { combine_out_trade_no: number, combine_transaction_id, sub_orders: [part] }
}

/** Returns the sorted numbers of all parts. */
const numbersOf = ({ sub_orders }: { sub_orders: { out_trade_no: string }[] }) =>
  sub_orders.map(({ out_trade_no }) => out_trade_no).sort().join()

const close: Action<`POST ${typeof prefix}/out-trade-no/{combine_out_trade_no}/close`> = async (params, world) => {
  const data = await find(combination, params, world)
  if (!data) return unknown(world, combination)
  if (numbersOf(params) !== numbersOf(data)) throw refusal(['ORDERNOTEXIST', '子单与下单时不同：须写上合单的全部子单'])
  const closed = move(combination, data, 'close')
  for (const order of await partsOf(data, world)) await world.save(transaction, move(transaction, order, 'close'))
  await world.save(combination, closed)
  return {}
}

/** Returns a paid part as the notification shows it. */
function notifiedPart(part: PaidOrder & Part) {
  const { amount: { total, currency, payer_total, payer_currency } } = part
  return {
    mchid: part.mchid ?? '',
    ...pick(part, 'sub_mchid', 'out_trade_no', 'trade_state', 'attach'),
    ...pick(part, 'trade_type', 'bank_type', 'success_time', 'transaction_id'),
    amount: { total_amount: total, currency, payer_amount: payer_total, payer_currency },
  }
}

async function pay(data: Combination, world: World): Promise<Combination> {
  const parts = (await partsOf(data, world)).map(part =>
    ({ ...paid(part, world), trade_type: part.trade_type, trade_state: 'SUCCESS' as const }))
  for (const order of parts) await world.save(transaction, order)
  const { combine_appid, combine_payer_info: { openid = world.number('oUpF8', 28, combine_appid) } = {} } = data
  const done = {
    ...move(combination, data, 'pay'),
    combine_payer_info: { openid },
    combine_transaction_id: world.number('4200009999', 28, data.combine_out_trade_no),
  }
  await world.save(combination, done)
  notify(world, 'TRANSACTION.SUCCESS', {
    summary: '支付成功',
    original_type: 'transaction',
    notify_url: data.notify_url ?? '',
    resource: {
      ...pick(done, 'combine_appid', 'combine_out_trade_no', 'combine_mchid', 'combine_transaction_id', 'combine_payer_info'),
      ...data.scene_info && { scene_info: pick(data.scene_info, 'device_id') },
      sub_orders: parts.map(notifiedPart),
    },
  })
  return done
}

/** Combined orders: prepay, query, close. The user pays all parts at once. */
export const flow: Flow = {
  actions: {
    [`POST ${prefix}/jsapi`]: prepay(ways.jsapi),
    [`POST ${prefix}/native`]: prepay(ways.native),
    [`POST ${prefix}/app`]: prepay(ways.app),
    [`POST ${prefix}/h5`]: prepay(ways.h5),
    [`POST ${prefix}/miniprogram`]: prepay(ways.jsapi),
    [`GET ${prefix}/out-trade-no/{combine_out_trade_no}`]: query,
    [`GET ${prefix}/id/{combine_transaction_id}`]: queryById,
    [`POST ${prefix}/out-trade-no/{combine_out_trade_no}/close`]: close,
  },
  otherSide: { record: combination, next: awaits(combination, 'pay'), act: pay },
}
