import { type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'

/** A request for a payee's authorization; with a name, the payee's identity is verified too. */
export type Wanted = {
  appid: string
  out_contract_code: string
  openid?: string
  real_name?: string
  cred_type?: 'ID_CARD'
  cred_id?: string
}

/** A payee's authorization as it is stored. */
export type Authorization = Wanted & {
  auth_state: 'WAITING' | 'AUTHORIZED' | 'UNAUTHORIZED'
  individual_auth_id?: string
  individual_openid?: string
  signed_time?: string
  operation_time?: string
  /** Whether the payee takes it back when the other side acts next. */
  withdraws?: boolean
}

/** A payee's authorization and its states. */
export const authorization: Machine<'sign' | 'withdraw', Authorization> = {
  name: 'individual-authorization',
  label: '个人收款授权',
  key: ['out_contract_code'],
  aliases: ['individual_openid', 'individual_auth_id'],
  within: ['appid'],
  state: 'auth_state',
  transitions: {
    sign: { from: ['WAITING'], to: 'AUTHORIZED' },
    withdraw: { from: ['AUTHORIZED'], to: 'UNAUTHORIZED' },
  },
  missing: ['INVALID_REQUEST', '业务申请单号不存在'],
  used: ['INVALID_REQUEST', '业务申请单号重复：同一单号须用相同的参数'],
}

/** Returns the authorization after the payee gave it. */
export const signed = (data: Authorization, { number, time }: World) => {
  const openid = data.openid ?? number('oUpF8', 28, `${data.appid} ${data.out_contract_code}`)
  return {
    ...move(authorization, data, 'sign'),
    individual_auth_id: number('', 20, `payee ${openid}`),
    individual_openid: openid,
    signed_time: time,
    operation_time: time,
  }
}

/** Gives the authorization in the payee's name, or takes it back. */
export async function act(data: Authorization, world: World): Promise<Authorization> {
  const done = data.auth_state === 'WAITING'
    ? signed(data, world)
    : { ...move(authorization, data, 'withdraw'), operation_time: world.time }
  await world.save(authorization, done)
  return done
}
