import type { Machine } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { Account } from '../kit/ledger.ts'
import type { Params } from '../kit/operation.ts'
import { accountNames } from './merchant.ts'

export type Wanted = Params<'POST /v3/ecommerce/account/apply-cancel-withdraw'>

/** What the bank did with the money of one account. */
type Paid = {
  account: Account
  /** In cents. */
  amount: number
  pay_state: keyof typeof payStates
}

/** A cancellation with a withdrawal as it is stored. */
export type Cancellation = {
  applyment_id: string
  out_request_no: string
  sub_mchid: string
  cancel_state: keyof typeof descriptions
  withdraw: NonNullable<Wanted['withdraw']>
  modify_time: string
  account_info: { out_account_type: (typeof accountNames)[Account], amount: number }[]
  paid?: Paid[]
  /** When it lapses without a confirmation, in milliseconds since the epoch. */
  lapses: number
  /** Whether the platform will reject it. */
  fails?: true
  /** How the bank will fail. */
  failure?: 'PAY_FAIL' | 'BANK_REFUNDED'
}

const descriptions = {
  ACCEPTED: '已受理',
  REVIEWING: '审核中',
  REJECTED: '审批驳回',
  WAITING_MERCHANT_CONFIRM: '等待商户确认',
  REVOKED: '已撤销',
  SYSTEM_PROCESSING: '系统处理中',
  CANCELED: '已注销',
  FUND_PROCESSING: '资金处理中',
  FINISH: '注销完成',
}

const payStates = { PAY_PROCESSING: '处理中', PAY_SUCCEED: '付款成功', PAY_FAIL: '付款失败', BANK_REFUNDED: '银行退票' }

type Event = 'review' | 'reject' | 'approve' | 'confirm' | 'cancel' | 'pay' | 'finish' | 'expire'

/** A cancellation with a withdrawal and its states. */
export const cancellation: Machine<Event, Cancellation> = {
  name: 'cancel-withdrawal',
  label: '注销提现申请',
  key: ['out_request_no'],
  aliases: ['applyment_id'],
  within: ['sub_mchid'],
  state: 'cancel_state',
  transitions: {
    review: { from: ['ACCEPTED'], to: 'REVIEWING' },
    reject: { from: ['REVIEWING'], to: 'REJECTED' },
    approve: { from: ['REVIEWING'], to: 'WAITING_MERCHANT_CONFIRM' },
    confirm: { from: ['WAITING_MERCHANT_CONFIRM'], to: 'SYSTEM_PROCESSING' },
    cancel: { from: ['SYSTEM_PROCESSING'], to: 'CANCELED' },
    pay: { from: ['REVIEWING', 'CANCELED'], to: 'FUND_PROCESSING' },
    finish: { from: ['CANCELED', 'FUND_PROCESSING'], to: 'FINISH' },
    expire: { from: ['WAITING_MERCHANT_CONFIRM'], to: 'REVOKED' },
  },
  expires: ({ lapses }) => lapses,
  missing: ['INVALID_REQUEST', '注销提现申请单不存在'],
  used: ['ALREADY_EXISTS', 'out_request_no 已使用'],
}

/** Milliseconds the merchant has to confirm (official page 4013892756). */
export const patience = 30 * 24 * 3_600_000

const withdrawStates = {
  WITHDRAW_PROCESSING: '提现处理中', WITHDRAW_SUCCEED: '提现成功', WITHDRAW_EXCEPTION: '提现异常',
}

/** Returns the cancellation as a query shows it. */
export function shown(data: Cancellation, { mchid }: World) {
  const { cancel_state, withdraw, account_info, paid, applyment_id } = data
  const withdraw_state = withdrawStateOf(data)
  const url = `https://pay.weixin.qq.com/public/cancel_merchant?applymentId=${applyment_id}&mchid=${mchid}`
  return {
    applyment_id,
    out_request_no: data.out_request_no,
    sub_mchid: data.sub_mchid,
    cancel_state,
    cancel_state_description: descriptions[cancel_state],
    withdraw,
    modify_time: data.modify_time,
    ...withdraw === 'APPLY_WITHDRAW' && { account_info },
    ...withdraw_state && { withdraw_state, withdraw_state_description: withdrawStates[withdraw_state] },
    ...paid && {
      account_withdraw_result: paid.map(({ account, pay_state }) => ({
        out_account_type: accountNames[account], pay_state, state_description: payStates[pay_state],
      })),
    },
    ...cancel_state === 'WAITING_MERCHANT_CONFIRM' && { confirm_cancel: { confirm_cancel_url: url } },
  }
}

function withdrawStateOf(data: Cancellation): keyof typeof withdrawStates | undefined {
  const { withdraw, cancel_state, paid } = data
  if (withdraw !== 'APPLY_WITHDRAW') return undefined
  if (cancel_state === 'CANCELED' || cancel_state === 'FUND_PROCESSING') return 'WITHDRAW_PROCESSING'
  if (cancel_state !== 'FINISH') return undefined
  const isPaid = (paid ?? []).every(({ pay_state }) => pay_state === 'PAY_SUCCEED')
  return isPaid ? 'WITHDRAW_SUCCEED' : 'WITHDRAW_EXCEPTION'
}
