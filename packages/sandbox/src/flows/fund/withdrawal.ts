import type { Scenario } from '../../scenarios/scenarios.ts'
import { can, type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { Account } from '../kit/ledger.ts'
import { notify } from '../kit/notify.ts'
import { pick } from '../kit/params.ts'
import { type Payout, putBack } from './balance.ts'
import { withdrawClosed, withdrawFail, withdrawReturned } from './scenarios.ts'

/** The bank account that receives withdrawals. */
export const bankAccount = {
  account_number: '0301', account_bank: '招商银行', bank_name: '招商银行股份有限公司深圳科苑支行',
}

/** How a withdrawal ends if the bank does not simply pay. */
export type Failure = 'fail' | 'close' | 'return'

/** Why a withdrawal ended so, and what the merchant can do. */
export const failures: Record<Failure, { reason: string, solution: string }> = {
  fail: { reason: '收款账户户名不符', solution: '核对结算银行账户后换单号重新提现' },
  close: { reason: '商户被处罚或风控拦截', solution: '处理处罚或风控后换单号重新提现' },
  return: { reason: '收款账户已销户，银行退票', solution: '修改结算银行账户后换单号重新提现' },
}

/** Returns how a withdrawal ends in a scenario, if the bank does not simply pay. */
export function failureOf(scenario: Scenario | undefined): { failure?: Failure } {
  switch (scenario) {
    case withdrawFail: return { failure: 'fail' }
    case withdrawClosed: return { failure: 'close' }
    case withdrawReturned: return { failure: 'return' }
    default: return {}
  }
}

/** A withdrawal as it is stored, of a sub-merchant if it has a `sub_mchid`. */
export type Withdrawal = typeof bankAccount & {
  sub_mchid?: string
  sp_mchid?: string
  out_request_no: string
  withdraw_id: string
  /** `INIT` before the money leaves the account. */
  status: 'INIT' | 'CREATE_SUCCESS' | 'SUCCESS' | 'FAIL' | 'REFUND' | 'CLOSE'
  /** In cents. */
  amount: number
  account_type: Exclude<Account, 'DEPOSIT'>
  create_time: string
  update_time: string
  /** Empty unless the withdrawal failed. */
  reason: string
  solution: string
  remark: string
  bank_memo: string
  notify_url: string
  failure?: Failure
}

/** A withdrawal and its states. */
export const withdrawal: Machine<'accept' | 'approve' | Failure, Withdrawal> = {
  name: 'withdrawal',
  label: '提现',
  key: ['sub_mchid', 'out_request_no'],
  aliases: ['withdraw_id'],
  within: ['sub_mchid'],
  state: 'status',
  transitions: {
    accept: { from: ['INIT'], to: 'CREATE_SUCCESS' },
    approve: { from: ['CREATE_SUCCESS'], to: 'SUCCESS' },
    fail: { from: ['CREATE_SUCCESS'], to: 'FAIL' },
    close: { from: ['INIT'], to: 'CLOSE' },
    return: { from: ['SUCCESS'], to: 'REFUND' },
  },
  missing: ['ORDER_NOT_EXIST', '预约提现单号不存在'],
  used: ['INVALID_REQUEST', '商户预约提现单号重复：同一单号须用相同的参数'],
}

/** Returns a withdrawal as the ledger records it. */
export const payoutOf = (data: Withdrawal, { mchid }: World): Payout => ({
  owner: data.sub_mchid ?? mchid, account: data.account_type, amount: data.amount,
  belongsTo: data.withdraw_id, id: data.withdraw_id, number: data.out_request_no,
})

/** Returns whether the withdrawal still has to be paid or closed, or the money to be returned. */
export function nextOf(data: Withdrawal) {
  const { failure } = data
  if (can(withdrawal, data, 'approve') || (failure === 'close' && can(withdrawal, data, 'close'))) return 'approve'
  return failure === 'return' && can(withdrawal, data, 'return') ? 'refund' : undefined
}

/** The bank pays, refuses or returns the money, or WeChat Pay closes the withdrawal; the merchant is notified. */
export async function act(data: Withdrawal, world: World): Promise<Withdrawal> {
  const { failure } = data
  const isPaying = can(withdrawal, data, 'approve') && (failure === undefined || failure === 'return')
  const event = isPaying ? 'approve' : failure ?? 'return'
  const done = {
    ...move(withdrawal, data, event), update_time: world.time, ...event !== 'approve' && failures[event],
  }
  await world.save(withdrawal, done)
  if (event === 'fail' || event === 'return') await putBack(payoutOf(done, world), world)
  notifyOf(done, world)
  return done
}

const members = [
  'status', 'withdraw_id', 'out_request_no', 'amount', 'create_time', 'update_time', 'reason', 'remark', 'bank_memo',
  'account_type', 'account_number', 'account_bank', 'bank_name',
] as const

function notifyOf(data: Withdrawal, world: World) {
  const { sub_mchid, solution } = data
  notify(world, 'MCHWITHDRAW.CHANGE', {
    summary: '商户提现状态变更通知',
    original_type: 'mch_withdraw',
    notify_url: data.notify_url,
    resource: sub_mchid === undefined
      ? { ...pick(data, ...members), solution }
      : { ...pick(data, ...members, 'sp_mchid'), sub_mchid },
  })
}
