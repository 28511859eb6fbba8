import type { Machine } from '../../state/machine.ts'

/** Whether a merchant is authorized, as it is stored. */
export type Authorization = {
  sub_mchid: string
  authorize_state: 'AUTHORIZE_STATE_UNAUTHORIZED' | 'AUTHORIZE_STATE_AUTHORIZED'
}

/** The authorization of a merchant by its contact. */
export const authorization: Machine<'sign', Authorization> = {
  name: 'subject-authorization',
  label: '商户号授权',
  key: ['sub_mchid'],
  state: 'authorize_state',
  transitions: { sign: { from: ['AUTHORIZE_STATE_UNAUTHORIZED'], to: 'AUTHORIZE_STATE_AUTHORIZED' } },
  missing: ['INVALID_REQUEST', '商户号不存在'],
  used: ['INVALID_REQUEST', '商户号已授权'],
}
