import type { Reason } from '../../replies/error-codes.ts'
import type { Scenario } from '../../scenarios/scenarios.ts'
import { type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { events } from '../kit/events.ts'
import { notify } from '../kit/notify.ts'
import type { Parties, Resource } from '../kit/operation.ts'
import { pick } from '../kit/params.ts'
import type { ExchangeRate } from '../payment/exchange.ts'
import { partiesOf } from '../payment/transaction.ts'
import type { Source } from './sources.ts'
import { refundAbnormal, refundClosed } from './scenarios.ts'

type End = 'succeed' | 'fail' | 'close'

/** The refusal if the number was used for another refund, or the total differs from the order's. */
export const mismatch: Reason = ['INVALID_REQUEST', '订单金额或退款金额与之前请求不一致，请核实后再试']

/** A refund as it is stored. */
export type Refund = Parties & {
  out_refund_no: string
  refund_id: string
  /** The `refund_id` overseas. */
  id: string
  out_trade_no: string
  transaction_id: string
  notify_url: string
  status: 'PROCESSING' | 'SUCCESS' | 'CLOSED' | 'ABNORMAL'
  channel: 'ORIGINAL'
  user_received_account: string
  funds_account: 'AVAILABLE' | 'UNAVAILABLE'
  /** Who pays it, if the request says who may. */
  refund_account?: 'REFUND_SOURCE_PARTNER_ADVANCE' | 'REFUND_SOURCE_SUB_MERCHANT'
  create_time: string
  success_time?: string
  amount: {
    total: number
    refund: number
    payer_total: number
    payer_refund: number
    settlement_total: number
    settlement_refund: number
    discount_refund: number
    /** What the platform advanced. */
    advance?: number
    /** What the request took of which account. */
    from?: Source[]
    currency: string
    payer_currency: string
    exchange_rate: ExchangeRate
  }
  /** Of orders overseas only. */
  merchant_category_code?: string
}

/** A refund and its states. */
export const refund: Machine<End | 'retry', Refund> = {
  name: 'refund',
  label: '退款',
  key: ['out_refund_no'],
  aliases: ['refund_id'],
  within: ['sub_mchid'],
  state: 'status',
  transitions: {
    succeed: { from: ['PROCESSING'], to: 'SUCCESS' },
    fail: { from: ['PROCESSING'], to: 'ABNORMAL' },
    close: { from: ['PROCESSING'], to: 'CLOSED' },
    retry: { from: ['ABNORMAL'], to: 'PROCESSING' },
  },
  refusals: {
    SUCCESS: ['INVALID_REQUEST', '退款已成功，只有退款异常的单才能发起异常退款'],
    CLOSED: ['INVALID_REQUEST', '退款已关闭，请用新的商户退款单号重新退款'],
  },
  missing: ['RESOURCE_NOT_EXISTS', '退款单查询失败，退款单不存在'],
  used: mismatch,
}

const news = {
  succeed: ['REFUND.SUCCESS', '退款成功', 'SUCCESS'],
  fail: ['REFUND.ABNORMAL', '退款异常', 'ABNORMAL'],
  close: ['REFUND.CLOSED', '退款关闭', 'CLOSED'],
} as const

/** Returns how a refund ends in a scenario. */
export function endOf(scenario: Scenario | undefined): End {
  switch (scenario) {
    case refundAbnormal: return 'fail'
    case refundClosed: return 'close'
    default: return 'succeed'
  }
}

/** Ends a refund in progress, and notifies the merchant and the listeners. */
export async function conclude(data: Refund, end: End, world: World) {
  const done = { ...move(refund, data, end), ...end === 'succeed' && { success_time: world.time } }
  await world.save(refund, done)
  const [event, summary, status] = news[end]
  notify(world, event, {
    summary,
    original_type: 'refund',
    notify_url: done.notify_url,
    resource: notified(done, status),
  })
  if (end === 'succeed') await world.emit(events.refundSucceeded, done)
}

/** Returns a refund as notifications show it; overseas they name its account `recv_account`, and show the currencies. */
function notified(data: Refund, refund_status: (typeof news)[End][2]): Resource<'REFUND.SUCCESS'> {
  const common = {
    ...partiesOf(data),
    ...pick(data, 'success_time'),
    ...pick(data, 'out_trade_no', 'transaction_id', 'out_refund_no', 'refund_id'),
    refund_status,
  }
  const amount = pick(data.amount, 'total', 'refund', 'payer_total', 'payer_refund')
  return data.merchant_category_code === undefined
    ? { ...common, ...pick(data, 'user_received_account', 'refund_account'), amount }
    : {
        ...common, recv_account: data.user_received_account,
        amount: { ...amount, ...pick(data.amount, 'currency', 'payer_currency', 'exchange_rate') },
      }
}
