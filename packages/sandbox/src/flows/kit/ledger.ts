import type { RecordType } from '../../state/record-type.ts'
import type { World } from '../../state/world.ts'

/** The accounts of a merchant: its income, its operating money, its fees, its deposit. */
export const accounts = ['BASIC', 'OPERATION', 'FEES', 'DEPOSIT'] as const

export type Account = (typeof accounts)[number]

/** A movement of a merchant's funds. */
export type Movement = {
  /** The merchant whose money moved. */
  owner: string
  account: Account
  time: string
  business: '交易' | '退款' | '分账' | '分账回退' | '商家转账' | '提现' | '提现退回' | '充值' | '异常资金付款' | '赔付' | '赔付退回'
    | '补差' | '补差回退' | '垫付回补' | '个人收款结算' | '个人收款扣费'
  /** In cents; negative if the money went out. */
  amount: number
  /** How much of a payment still waits to be shared or settled, in cents. @default 0 */
  frozen?: number
  /** WeChat Pay's number of the order, transfer or withdrawal it belongs to. */
  belongsTo: string
  /** WeChat Pay's number of the movement. */
  id: string
  /** The merchant's number of the movement. */
  number: string
}

/** A merchant's account. */
export type Owned = Pick<Movement, 'owner' | 'account'>

/** A movement that is recorded because it cannot be derived from orders, refunds, shares and transfers. */
export const ledgerEntry: RecordType<Movement> = {
  name: 'ledger-entry',
  label: '资金流水',
  key: ['id'],
  missing: ['RESOURCE_NOT_EXISTS', '资金流水不存在'],
  used: ['INVALID_REQUEST', '资金流水已存在'],
}

/** Records a payment from one account to another; the income has the number with an `I`. */
export async function recordPayment(
  from: Owned, to: Owned, payment: Omit<Movement, keyof Owned | 'time'>, world: World,
) {
  const { time } = world
  await world.save(ledgerEntry, { ...payment, ...from, time, amount: -payment.amount })
  await world.save(ledgerEntry, { ...payment, ...to, time, id: `${payment.id}I` })
}
