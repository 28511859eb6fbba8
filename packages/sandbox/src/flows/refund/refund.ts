import type { Reason } from '../../replies/error-codes.ts'
import type { Scenario } from '../../scenarios/scenarios.ts'
import { type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { events } from '../kit/events.ts'
import { object, pick, text } from '../kit/params.ts'
import { refundAbnormal, refundClosed } from './scenarios.ts'

type End = 'succeed' | 'fail' | 'close'

/** The refusal if the number was used for another refund, or the total differs from the order's. */
export const mismatch: Reason = ['INVALID_REQUEST', '订单金额或退款金额与之前请求不一致，请核实后再试']

/** A refund and its states. */
export const refund: Machine<End | 'retry'> = {
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

const summaries: Record<End, string> = { succeed: '退款成功', fail: '退款异常', close: '退款关闭' }

/** Returns how a refund ends in a scenario. */
export function endOf(scenario: Scenario | undefined): End {
  switch (scenario) {
    case refundAbnormal: return 'fail'
    case refundClosed: return 'close'
    default: return 'succeed'
  }
}

/** Ends a refund in progress, and notifies the merchant and the listeners. */
export async function conclude(data: JsonObject, end: End, world: World) {
  const done: JsonObject = { ...move(refund, data, end), ...end === 'succeed' && { success_time: world.time } }
  await world.save(refund, done)
  const status = text(done, 'status')
  world.notify({
    event_type: `REFUND.${status}`,
    summary: summaries[end],
    original_type: 'refund',
    notify_url: text(done, 'notify_url'),
    resource: {
      ...pick(done, 'mchid', 'sp_mchid', 'sub_mchid'),
      ...pick(done, 'out_trade_no', 'transaction_id', 'out_refund_no', 'refund_id'),
      refund_status: status,
      ...pick(done, 'success_time', 'user_received_account'),
      amount: pick(object(done, 'amount'), 'total', 'refund', 'payer_total', 'payer_refund'),
    },
  })
  if (end === 'succeed') await world.emit(events.refundSucceeded, done)
}
