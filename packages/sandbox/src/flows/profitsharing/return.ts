import type { Machine } from '../../state/machine.ts'
import type { Params } from '../kit/operation.ts'
import type { SharingOrder } from './order-operations.ts'

/** What the merchant asks for. */
export type Wanted = Params<'POST /v3/profitsharing/return-orders'>

/** A return of shared money, as it is stored. */
export type Return = Wanted & Pick<SharingOrder, 'order_id' | 'out_order_no'> & {
  return_id: string
  /** `PROCESSING` as long as the receiver lacks the money. */
  result: 'PROCESSING' | 'SUCCESS' | 'FAILED'
  create_time: string
  finish_time: string
}

/** Milliseconds until a return fails if the receiver never has the money: 5 days (page 4012466854 of 2026). */
const patience = 5 * 24 * 3_600_000

/** A return of shared money, and its states. */
export const returnOrder: Machine<'succeed' | 'expire', Return> = {
  name: 'profit-sharing-return',
  label: '分账回退',
  key: ['out_return_no'],
  within: ['order_id', 'out_order_no', 'sub_mchid'],
  state: 'result',
  transitions: {
    succeed: { from: ['PROCESSING'], to: 'SUCCESS' },
    expire: { from: ['PROCESSING'], to: 'FAILED' },
  },
  expires: ({ create_time }) => Date.parse(create_time) + patience,
  missing: ['RESOURCE_NOT_EXISTS', '分账回退单不存在'],
  used: ['INVALID_REQUEST', '分账回退单号重复：同一回退单号须用相同的参数'],
}

/** Returns a return as responses show it; one that failed says why. */
export const shownReturn = (data: Return) =>
  ({ ...data, ...data.result === 'FAILED' && { fail_reason: 'TIME_OUT_CLOSED' as const } })
