import { type Reason, refusal } from '../../replies/error-codes.ts'
import type { Scenario } from '../../scenarios/scenarios.ts'
import { move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { refundId } from '../../values/numbers.ts'
import { availableOf, requireAvailable } from '../fund/balance.ts'
import type { Action, Flow } from '../kit/flow.ts'
import type { Parties } from '../kit/operation.ts'
import { omit, pick, sum } from '../kit/params.ts'
import { show, step } from '../kit/steps.ts'
import { exchangeOf, inFen } from '../payment/exchange.ts'
import { advance, refund as refundFrom, suffices } from '../payment/funds.ts'
import { currencyOf, findOrder, fundsIn, inventedOrder, isPaid, type Order, ownerOf, type PaidOrder, requirePaid, transaction, withFunds } from '../payment/transaction.ts'
import { conclude, endOf, mismatch, type Refund, refund } from './refund.ts'
import { type Source, sourcesOf } from './sources.ts'

/** Maximum number of refunds per order. */
const maxRefunds = 50

const missingOrder: Reason = ['RESOURCE_NOT_EXISTS', '订单号不存在']

/** What the merchant asks for. */
type Wanted = Parties & {
  out_refund_no: string
  out_trade_no?: string
  transaction_id?: string
  notify_url?: string
  funds_account?: string
  refund_account?: string
  amount: { refund: number, total: number, from?: Source[] }
}

const apply = async (params: Wanted, world: World, scenario?: Scenario) => {
  const known = await world.find(refund, params.out_refund_no)
  const order = await findOrder(params, world)
    ?? (world.strict || known ? undefined : await invented(params, world))
  if (!order) throw refusal(missingOrder)
  const account = { owner: ownerOf(order, world), account: 'BASIC' } as const
  const available = known ? 0 : await availableOf(account, world)
  const { data, isNew } = await world.create(refund, params, () => accept(params, order, available, world))
  if (!isNew) return data
  const end = endOf(scenario)
  if (end !== 'close') await charge(data, order, available, params, world)
  await conclude(data, end, world)
  return data
}

/** Takes the money: an advance from the platform, any other refund from the merchant of the order. */
async function charge(data: Refund, order: Order, available: number, params: Wanted, world: World) {
  const { advance: advanced } = data.amount
  const funds = fundsIn(order)
  if (advanced) await requireAvailable({ owner: world.mchid, account: 'BASIC' }, advanced, world)
  const left = advanced ? advance(funds, advanced) : refundFrom(funds, available, sourcesOf(params, funds))
  const refunds = [...refundsOf(order), data.out_refund_no]
  await world.save(transaction, { ...withFunds(move(transaction, order, 'refund'), left), refunds })
}

/** Stores an invented order. Its money is in the accounts from which the request takes it. */
async function invented(params: Wanted, world: World): Promise<PaidOrder> {
  const order = inventedOrder(params, params.amount.total, world)
  const { available } = sourcesOf(params, order.funds)
  const paid = { ...order, funds: { ...order.funds, frozen: order.funds.frozen - available } }
  await world.save(transaction, paid)
  return paid
}

/**
 * Makes the refund of a request.
 *
 * @param available what the merchant of the order has, in cents
 * @throws Refusal if the order does not allow it
 */
function accept(params: Wanted, order: Order, available: number, world: World): Refund {
  // WeChat Pay does not know the payment of an order that was never paid.
  if (!isPaid(order)) throw refusal(missingOrder)
  requirePaid(order)
  const amount = sum([params.amount.refund])
  const { total } = order.amount
  const currency = currencyOf(order)
  if (params.amount.total !== total) throw refusal(mismatch)
  const funds = fundsIn(order)
  const { refunded } = funds
  if (refunded === total) throw refusal(['INVALID_REQUEST', '订单已全额退款'])
  if (amount > total - refunded) {
    throw refusal(['INVALID_REQUEST', `退款金额超过可退金额：订单 ${total} 分，已退 ${refunded} 分，申请 ${amount} 分`])
  }
  if (refundsOf(order).length >= maxRefunds) throw refusal(['INVALID_REQUEST', `一笔订单最多退款 ${maxRefunds} 次`])
  const refund_id = refundId(params.out_refund_no)
  const sources = sourcesOf(params, funds)
  const isAdvanced = mayAdvance(params) && !suffices(funds, available, sources)
  return {
    ...omit(params, 'refund_account'),
    ...pick(order, 'transaction_id', 'out_trade_no', 'mchid', 'sp_mchid', 'sub_mchid', 'merchant_category_code'),
    notify_url: params.notify_url ?? order.notify_url ?? '',
    refund_id,
    id: refund_id,
    status: 'PROCESSING',
    channel: 'ORIGINAL',
    user_received_account: '支付用户零钱',
    funds_account: sources.frozen ? 'UNAVAILABLE' : 'AVAILABLE',
    ...params.refund_account !== undefined && {
      refund_account: isAdvanced ? 'REFUND_SOURCE_PARTNER_ADVANCE' : 'REFUND_SOURCE_SUB_MERCHANT',
    },
    create_time: world.time,
    amount: {
      total, refund: amount, payer_total: inFen(total, currency), payer_refund: inFen(amount, currency),
      settlement_total: total, settlement_refund: amount, discount_refund: 0, currency, payer_currency: 'CNY',
      ...exchangeOf(currency),
      ...isAdvanced && { advance: amount },
      ...pick(params.amount, 'from'),
    },
  }
}

/**
 * Whether the platform may pay what the sub-merchant lacks. It pays the whole refund then: `refund_account` names one
 * merchant (page 4012476892 of 2026).
 */
const mayAdvance = ({ refund_account }: Wanted) => refund_account === 'REFUND_SOURCE_PARTNER_ADVANCE'

/** Returns the numbers of an order's refunds. */
const refundsOf = ({ refunds = [] }: Order) => refunds

/** The members of a request that name a refund. */
type Keys = Parties & { out_refund_no?: string, refund_id?: string }

/** Returns an invented refund of a whole order. */
function invent(params: Keys, world: World): Refund {
  const out_refund_no = params.out_refund_no ?? world.number('R', 28, params.refund_id ?? '')
  const amount = { refund: 100, total: 100 }
  const accepted = accept({ ...pick(params, 'sub_mchid'), out_refund_no, amount }, inventedOrder({}, 100, world), 0, world)
  return { ...move(refund, accepted, 'succeed'), ...pick(params, 'refund_id'), success_time: world.time }
}

const query = show(refund, invent)

/** Returns the refund as the overseas API shows it: it names a closed one `REFUNDCLOSE`. */
const shownOverseas = ({ status, ...data }: Refund) => ({
  ...data,
  status: status === 'CLOSED' ? 'REFUNDCLOSE' as const : status,
  recv_account: data.user_received_account,
})

const queryOverseas = async (params: Keys, world: World) => {
  const data = await query(params, world)
  return data && shownOverseas(data)
}

/** Lists the refunds of an order, in pages. */
const list: Action<`GET ${typeof overseas}`> = async (params, world) => {
  const order = await findOrder(params, world)
  if (!order && !world.strict) return undefined
  if (!order) throw refusal(missingOrder)
  requirePaid(order)
  const numbers = refundsOf(order)
  const { offset = 0, count = 10 } = params
  const shown = numbers.slice(offset, offset + count)
  const found = await Promise.all(shown.map(number => world.find(refund, number)))
  const data = found.filter(item => item !== undefined).map(shownOverseas)
  const { amount, out_trade_no, transaction_id: id } = order
  return {
    ...pick(order, 'mchid', 'sp_mchid', 'sub_mchid'), id, out_trade_no, amount,
    data, total_num: numbers.length, current_total_num: data.length,
  }
}

/** Refunds to a bank account after the refund to the user's account failed. */
const retry = async (params: Keys, world: World) => {
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
    [`GET ${domestic}/{out_refund_no}`]: query,
    [`POST ${domestic}/{refund_id}/apply-abnormal-refund`]: retry,
    [`POST ${platform}/apply`]: apply,
    [`GET ${platform}/id/{refund_id}`]: query,
    [`GET ${platform}/out-refund-no/{out_refund_no}`]: query,
    [`POST ${platform}/{refund_id}/apply-abnormal-refund`]: retry,

    [`POST ${overseas}`]: apply,
    [`GET ${overseas}`]: list,
    [`GET ${overseas}/id/{refund_id}`]: queryOverseas,
    [`GET ${overseas}/out-refund-no/{out_refund_no}`]: queryOverseas,
  },
}
