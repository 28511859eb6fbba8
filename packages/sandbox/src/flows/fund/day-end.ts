import { can, type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { notify } from '../kit/notify.ts'
import { pick } from '../kit/params.ts'
import { type Payout, putBack } from './balance.ts'
import { type bankAccount, type Failure, failures } from './withdrawal.ts'

/** A withdrawal of a day-end balance, as it is stored. */
export type DayEndWithdrawal = typeof bankAccount & {
  sub_mchid: string
  out_request_no: string
  withdraw_id: string
  status: 'PROCESSING' | 'FINISHED' | 'ABNORMAL'
  /** In cents, as the others. */
  total_amount: number
  success_amount: number
  fail_amount: number
  refund_amount: number
  create_time: string
  update_time: string
  reason?: string
  remark?: string
  bank_memo?: string
  account_type: 'BASIC'
  notify_url?: string
  failure?: Failure
}

/** A withdrawal of a day-end balance and its states. */
export const dayEndWithdrawal: Machine<'approve' | 'fail' | 'return', DayEndWithdrawal> = {
  name: 'day-end-withdrawal',
  label: '按日终余额提现',
  key: ['sub_mchid', 'out_request_no'],
  aliases: ['withdraw_id'],
  within: ['sub_mchid'],
  state: 'status',
  transitions: {
    approve: { from: ['PROCESSING'], to: 'FINISHED' },
    fail: { from: ['PROCESSING'], to: 'ABNORMAL' },
    return: { from: ['FINISHED'], to: 'ABNORMAL' },
  },
  missing: ['ORDER_NOT_EXIST', '预约提现单号不存在'],
  used: ['INVALID_REQUEST', '商户提现单号重复：同一单号须用相同的参数'],
}

/** Returns a withdrawal as the ledger records it. */
export const payoutOf = (data: DayEndWithdrawal): Payout => ({
  owner: data.sub_mchid, account: data.account_type, amount: data.total_amount,
  belongsTo: data.withdraw_id, id: data.withdraw_id, number: data.out_request_no,
})

/** Returns whether the bank still has to pay, or to return the money. */
export function nextOf(data: DayEndWithdrawal) {
  if (can(dayEndWithdrawal, data, 'approve')) return 'approve'
  return data.failure === 'return' && can(dayEndWithdrawal, data, 'return') ? 'refund' : undefined
}

/** The bank pays, refuses or returns the money; the merchant is notified. */
export async function act(data: DayEndWithdrawal, world: World): Promise<DayEndWithdrawal> {
  const { failure, total_amount } = data
  const isPaying = can(dayEndWithdrawal, data, 'approve') && (failure === undefined || failure === 'return')
  const event = isPaying ? 'approve' : failure === 'return' ? 'return' : 'fail'
  const done: DayEndWithdrawal = {
    ...move(dayEndWithdrawal, data, event),
    update_time: world.time,
    success_amount: event === 'approve' ? total_amount : 0,
    fail_amount: event === 'fail' ? total_amount : 0,
    refund_amount: event === 'return' ? total_amount : 0,
    ...event !== 'approve' && { reason: failures[failure ?? event].reason },
  }
  await world.save(dayEndWithdrawal, done)
  if (event !== 'approve') await putBack(payoutOf(done), world)
  notify(world, 'MCHWITHDRAW.CHANGE', {
    summary: '商户提现状态变更通知',
    original_type: 'mch_withdraw',
    notify_url: done.notify_url ?? '',
    resource: {
      ...pick(done, 'sub_mchid', 'status', 'withdraw_id', 'out_request_no', 'total_amount', 'success_amount', 'fail_amount',
        'refund_amount', 'create_time', 'update_time', 'reason', 'remark', 'bank_memo', 'account_type', 'account_number',
        'account_bank', 'bank_name'),
      sp_mchid: world.mchid,
    },
  })
  return done
}
