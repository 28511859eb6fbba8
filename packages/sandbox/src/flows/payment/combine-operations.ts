import { refusal } from '../../replies/error-codes.ts'
import { current, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { find, unknown } from '../kit/find.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { amountOf, objects, pick, text } from '../kit/params.ts'
import { awaits } from '../kit/steps.ts'
import { expiryOf } from './expiry.ts'
import { startOf, typeOf, type Way } from './transaction-operations.ts'
import { findOrder, inventedOrder, isPayable, paid, requireOwn, shown, transaction, unpaid } from './transaction.ts'

/** Several orders paid at once; it has the states of an order, and its parts change with it. */
const combination: typeof transaction = {
  ...transaction,
  name: 'combine-transaction',
  label: '合单',
  key: ['combine_out_trade_no'],
  aliases: ['combine_transaction_id'],
  state: 'state',
  used: ['OUT_TRADE_NO_USED', '合单商户订单号重复：同一订单号须用相同的参数下单'],
}

const prepay = (way: Way): Action => async (params, world) => {
  requireOwn(params, world)
  const expiry = expiryOf(params, world)
  const make = () => ({ ...params, ...expiry, state: 'NOTPAY', combine_transaction_id: null })
  const { data, isNew } = await world.create(combination, { ...params, trade_type: typeOf(way) }, make)
  if (isNew) await createParts({ ...params, ...expiry }, way, world)
  move(combination, current(combination, data, world.now), 'prepay')
  return startOf(way, world, text(params, 'combine_out_trade_no'))
}

async function createParts(params: JsonObject, way: Way, world: World) {
  for (const part of objects(params, 'sub_orders')) {
    const order = {
      ...part,
      ...pick(params, 'combine_out_trade_no', 'time_expire', 'notify_url'),
      appid: params.combine_appid ?? null,
      amount: { total: amountOf(part, 'amount', 'total_amount') },
    }
    const { isNew } = await world.create(transaction, order, () => unpaid(order, typeOf(way)))
    if (!isNew) throw refusal(transaction.used)
  }
}

const orders = (data: JsonObject, world: World) => Promise.all(objects(data, 'sub_orders')
  .map(async part => (await findOrder(pick(part, 'out_trade_no'), world)) ?? part))

async function view(data: JsonObject, world: World): Promise<JsonObject> {
  const parts = (await orders(data, world)).map((order) => {
    const total_amount = amountOf(order, 'amount', 'total')
    const isPaid = amountOf(order, 'amount', 'payer_total') > 0
    return { ...shown(order), amount: amountsOf(total_amount, isPaid) }
  })
  return { ...data, sub_orders: parts }
}

const query: Action = async (params, world) => {
  const data = await find(combination, params, world)
  return data ? view(data, world) : unknown(world, combination, yesterday => invent(params, yesterday))
}

/** Returns an invented combined order of one part, paid. */
function invent(params: JsonObject, world: World): JsonObject {
  const number = text(params, 'combine_out_trade_no') || text(params, 'combine_transaction_id')
  const part = shown(inventedOrder({ out_trade_no: `${number}-1`.slice(-32) }, 100, world))
  return {
    ...params,
    combine_transaction_id: world.number('4200009999', 28, number),
    ...pick(params, 'combine_transaction_id'),
    sub_orders: [{ ...part, amount: amountsOf(100, true) }],
  }
}

const amountsOf = (total_amount: number, isPaid: boolean): JsonObject => ({
  total_amount, currency: 'CNY', payer_amount: isPaid ? total_amount : 0, payer_currency: 'CNY',
})

/** Returns the sorted numbers of all parts. */
const numbersOf = (data: JsonObject) => objects(data, 'sub_orders').map(part => text(part, 'out_trade_no')).sort().join()

const close: Action = async (params, world) => {
  const data = await find(combination, params, world)
  if (!data) return unknown(world, combination)
  if (numbersOf(params) !== numbersOf(data)) throw refusal(['ORDER_NOT_EXIST', '子单与下单时不同：须写上合单的全部子单'])
  const closed = move(combination, data, 'close')
  for (const order of await orders(data, world)) await world.save(transaction, move(transaction, order, 'close'))
  await world.save(combination, closed)
  return {}
}

const notifiedMembers = [
  'mchid', 'sub_mchid', 'trade_type', 'trade_state', 'bank_type', 'attach', 'amount', 'success_time', 'transaction_id',
  'out_trade_no',
]

async function pay(data: JsonObject, world: World): Promise<JsonObject> {
  for (const order of await orders(data, world)) {
    if (isPayable(order, world)) await world.save(transaction, paid(order, world))
  }
  const done = {
    ...move(combination, data, 'pay'),
    combine_transaction_id: world.number('4200009999', 28, text(data, 'combine_out_trade_no')),
  }
  await world.save(combination, done)
  const viewed = await view(done, world)
  world.notify({
    event_type: 'TRANSACTION.SUCCESS',
    summary: '支付成功',
    original_type: 'transaction',
    notify_url: text(data, 'notify_url'),
    resource: {
      ...pick(viewed, 'combine_appid', 'combine_out_trade_no', 'combine_mchid', 'scene_info', 'combine_payer_info'),
      sub_orders: objects(viewed, 'sub_orders').map(part => pick(part, ...notifiedMembers)),
    },
  })
  return done
}

const prefix = '/v3/combine-transactions'

/** Combined orders: prepay, query, close. The user pays all parts at once. */
export const flow: Flow = {
  actions: {
    [`POST ${prefix}/jsapi`]: prepay('jsapi'),
    [`POST ${prefix}/native`]: prepay('native'),
    [`POST ${prefix}/app`]: prepay('app'),
    [`POST ${prefix}/h5`]: prepay('h5'),
    [`POST ${prefix}/miniprogram`]: prepay('miniprogram'),
    [`GET ${prefix}/out-trade-no/{combine_out_trade_no}`]: query,
    [`GET ${prefix}/id/{combine_transaction_id}`]: query,
    [`POST ${prefix}/out-trade-no/{combine_out_trade_no}/close`]: close,
  },
  otherSide: { record: combination, next: awaits(combination, 'pay'), act: pay },
}
