import type { Machine } from '../../state/machine.ts'

/** The return of an advanced refund to the platform, as it is stored. */
export type AdvanceReturn = {
  refund_id: string
  sub_mchid: string
  advance_return_id: string
  return_amount: number
  payer_mchid: string
  payer_account: 'BASIC'
  payee_mchid: string
  payee_account: 'BASIC'
  result: 'PROCESSING' | 'SUCCESS' | 'FAILED'
  create_time: string
  success_time?: string
}

/** Milliseconds until a return fails if the sub-merchant never has the money: 90 days (page 4012476927 of 2026). */
const patience = 90 * 24 * 3_600_000

/** The return of an advanced refund, and its states. */
export const advanceReturn: Machine<'succeed' | 'retry' | 'expire', AdvanceReturn> = {
  name: 'advance-return',
  label: '垫付回补',
  key: ['refund_id'],
  within: ['sub_mchid'],
  state: 'result',
  transitions: {
    succeed: { from: ['PROCESSING'], to: 'SUCCESS' },
    retry: { from: ['PROCESSING'], to: 'PROCESSING' },
    expire: { from: ['PROCESSING'], to: 'FAILED' },
  },
  expires: ({ create_time }) => Date.parse(create_time) + patience,
  refusals: { FAILED: ['INVALID_REQUEST', '垫付回补已失败，不能再发起'] },
  missing: ['RESOURCE_NOT_EXISTS', '垫付回补单不存在'],
  used: ['INVALID_REQUEST', '垫付回补的参数与之前的请求不一致'],
}
