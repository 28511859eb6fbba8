import { type Reason, refusal } from '../../replies/error-codes.ts'
import { move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { refundId } from '../../values/numbers.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { amountOf, pick, sum, text } from '../kit/params.ts'
import { show, step } from '../kit/steps.ts'
import { exchangeOf, inFen } from '../payment/exchange.ts'
import { refund as refundFrom } from '../payment/funds.ts'
import { currencyOf, findOrder, fundsIn, inventedOrder, requirePaid, shown, transaction, withFunds } from '../payment/transaction.ts'
import { conclude, endOf, mismatch, refund } from './refund.ts'

/** Maximum number of refunds per order. */
const maxRefunds = 50

const missingOrder: Reason = ['RESOURCE_NOT_EXISTS', '订单号不存在']

const apply: Action = async (params, world, scenario) => {
  const known = await world.find(refund, text(params, 'out_refund_no'))
  const order = await findOrder(params, world)
    ?? (world.strict || known ? undefined : inventedOrder(params, amountOf(params, 'amount', 'total'), world))
  if (!order) throw refusal(missingOrder)
  const { data, isNew } = await world.create(refund, params, () => accept(params, order, world))
  if (!isNew) return data
  const end = endOf(scenario)
  if (end !== 'close') await world.save(transaction, refunded(order, data))
  await conclude(data, end, world)
  return data
}

/**
 * Makes the refund of a request.
 *
 * @throws Refusal if the order does not allow it
 */
function accept(params: JsonObject, order: JsonObject, world: World): JsonObject {
  // WeChat Pay does not know the payment of an order that was never paid.
  if (!text(order, 'transaction_id')) throw refusal(missingOrder)
  requirePaid(order)
  const amount = sum([amountOf(params, 'amount', 'refund')])
  const total = amountOf(order, 'amount', 'total')
  const currency = currencyOf(order)
  if (amountOf(params, 'amount', 'total') !== total) throw refusal(mismatch)
  const { refunded } = fundsIn(order)
  if (amount > total - refunded) {
    throw refusal(['INVALID_REQUEST', `退款金额超过可退金额：订单 ${total} 分，已退 ${refunded} 分，申请 ${amount} 分`])
  }
  if (refundsOf(order).length >= maxRefunds) throw refusal(['INVALID_REQUEST', `一笔订单最多退款 ${maxRefunds} 次`])
  return {
    ...params,
    ...pick(order, 'transaction_id', 'out_trade_no', 'mchid', 'sp_mchid', 'sub_mchid'),
    notify_url: text(params, 'notify_url') || text(order, 'notify_url'),
    refund_id: refundId(text(params, 'out_refund_no')),
    id: refundId(text(params, 'out_refund_no')),
    status: 'PROCESSING',
    channel: 'ORIGINAL',
    user_received_account: '支付用户零钱',
    funds_account: text(params, 'funds_account') || 'UNSETTLED',
    create_time: world.time,
    success_time: null,
    amount: {
      total, refund: amount, payer_total: inFen(total, currency), payer_refund: inFen(amount, currency),
      settlement_total: total, settlement_refund: amount, discount_refund: 0, currency, payer_currency: 'CNY',
      ...exchangeOf(currency),
    },
  }
}

const refunded = (order: JsonObject, data: JsonObject): JsonObject => ({
  ...withFunds(move(transaction, order, 'refund'), refundFrom(fundsIn(order), amountOf(data, 'amount', 'refund'))),
  refunds: [...refundsOf(order), text(data, 'out_refund_no')],
})

/** Returns the numbers of an order's refunds. */
const refundsOf = ({ refunds }: JsonObject) => Array.isArray(refunds) ? refunds.map(String) : []

/** Returns an invented refund of a whole order. */
function invent(params: JsonObject, world: World): JsonObject {
  const out_refund_no = text(params, 'out_refund_no') || world.number('R', 28, text(params, 'refund_id'))
  const amount = { refund: 100, total: 100 }
  const accepted = accept({ ...pick(params, 'sub_mchid'), out_refund_no, amount }, inventedOrder({}, 100, world), world)
  return { ...move(refund, accepted, 'succeed'), ...pick(params, 'refund_id'), success_time: world.time }
}

/** Returns the refund with the status of the overseas API, which names a closed one `REFUNDCLOSE`. */
const withOverseasStatus = (data: JsonObject): JsonObject =>
  data.status === 'CLOSED' ? { ...data, status: 'REFUNDCLOSE' } : data

const showOverseas: Action = async (params, world) => {
  const data = await show(refund, invent)(params, world)
  return data && withOverseasStatus(data)
}

/** Lists the refunds of an order, in pages. */
const list: Action = async (params, world) => {
  const order = await findOrder(params, world)
  if (!order && !world.strict) return undefined
  if (!order) throw refusal(missingOrder)
  const numbers = refundsOf(order)
  const offset = Number(params.offset ?? 0)
  const all = numbers.slice(offset, offset + Number(params.count ?? 10))
  const data = (await Promise.all(all.map(number => world.find(refund, number)))).filter(isKnown)
  const counts = { total_num: numbers.length, current_total_num: data.length }
  return { ...shown(order), data: data.map(withOverseasStatus), ...counts }
}

const isKnown = (data: JsonObject | undefined) => data !== undefined

/** Refunds to a bank account after the refund to the user's account failed. */
const retry: Action = async (params, world) => {
  const data = await step(refund, 'retry')(params, world)
  if (data) await conclude(data, 'succeed', world)
  return data
}

const domestic = '/v3/refund/domestic/refunds'
const overseas = '/v3/global/refunds'
const platform = '/v3/ecommerce/refunds'

/** Refunds: the response shows `PROCESSING`, the next query the final status. */
export const flow: Flow = {
  records: [refund],
  actions: {
    [`POST ${domestic}`]: apply,
    [`GET ${domestic}/{out_refund_no}`]: show(refund, invent),
    [`POST ${domestic}/{refund_id}/apply-abnormal-refund`]: retry,
    [`POST ${platform}/apply`]: apply,
    [`GET ${platform}/id/{refund_id}`]: show(refund, invent),
    [`GET ${platform}/out-refund-no/{out_refund_no}`]: show(refund, invent),
    [`POST ${platform}/{refund_id}/apply-abnormal-refund`]: retry,
    [`POST ${overseas}`]: apply,
    [`GET ${overseas}`]: list,
    [`GET ${overseas}/id/{refund_id}`]: showOverseas,
    [`GET ${overseas}/out-refund-no/{out_refund_no}`]: showOverseas,
  },
}
