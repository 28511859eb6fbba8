import type { Machine } from '../../state/machine.ts'
import type { RecordType } from '../../state/record-type.ts'
import type { World } from '../../state/world.ts'
import type { Owned } from '../kit/ledger.ts'
import type { Params } from '../kit/operation.ts'

/** The account that pays subsidies and gets them back. */
export const platformAccount = ({ mchid }: World): Owned => ({ owner: mchid, account: 'OPERATION' })

/** What a platform added to a sub-merchant's order, as it is stored. */
export type Subsidy = {
  transaction_id: string
  sub_mchid: string
  subsidy_id: string
  out_subsidy_no?: string
  /** In cents. */
  amount: number
  description: string
  result: 'SUCCESS' | 'CANCELED'
  success_time: string
  /** How much of it was returned, in cents. */
  returned: number
  /** The refunds that it was returned for. */
  refund_ids: string[]
  /** How many times it was returned. */
  returns: number
}

/** The subsidy of an order, and its states (page 4015593692 of 2026): an order has one, or has it cancelled. */
export const subsidy: Machine<'cancel' | 'giveBack', Subsidy> = {
  name: 'subsidy',
  label: '补差',
  key: ['transaction_id'],
  aliases: ['subsidy_id'],
  within: ['sub_mchid', 'transaction_id'],
  state: 'result',
  transitions: {
    cancel: { from: ['CANCELED'], to: 'CANCELED' },
    giveBack: { from: ['SUCCESS'], to: 'SUCCESS' },
  },
  refusals: {
    SUCCESS: ['INVALID_REQUEST', '订单已经补差，不能取消，请改用补差回退'],
    CANCELED: ['INVALID_REQUEST', '订单的补差已取消'],
  },
  missing: ['RESOURCE_NOT_EXISTS', '补差单不存在'],
  used: ['INVALID_REQUEST', '一笔订单只能补差一次：已经补差或取消，重试须用相同的参数'],
}

/** The return of a subsidy to the platform, as it is stored. */
export type SubsidyReturn = Params<'POST /v3/ecommerce/subsidies/return'> & {
  subsidy_id: string
  subsidy_refund_id: string
  result: 'SUCCESS'
  success_time: string
}

/** The return of a subsidy to the platform; it succeeds at once. */
export const subsidyReturn: RecordType<SubsidyReturn> = {
  name: 'subsidy-return',
  label: '补差回退',
  key: ['out_order_no'],
  within: ['sub_mchid', 'transaction_id'],
  missing: ['RESOURCE_NOT_EXISTS', '补差回退单不存在'],
  used: ['INVALID_REQUEST', '补差回退单号重复：同一回退单号须用相同的参数'],
}
