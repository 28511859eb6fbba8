import { refusal } from '../../replies/error-codes.ts'
import { type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'

/** A sub-merchant that applied to transfer money, as it is stored. */
export type SubMerchant = {
  sub_mchid: string
  authorization_state: 'AUTHORIZE_PROCESSING' | 'AUTHORIZED'
  accept_time: string
  authorize_time?: string
}

/** Whether a platform may transfer the money of a sub-merchant. */
export const subMerchant: Machine<'approve', SubMerchant> = {
  name: 'transfer-sub-merchant',
  label: '二级商户商家转账授权',
  key: ['sub_mchid'],
  state: 'authorization_state',
  transitions: { approve: { from: ['AUTHORIZE_PROCESSING'], to: 'AUTHORIZED' } },
  missing: ['NO_AUTH', '二级商户没有授权商家转账，请先申请授权'],
  used: ['INVALID_REQUEST', '二级商户已申请授权，且与之前的请求参数不一致'],
}

/** Returns a sub-merchant after WeChat Pay authorized it. */
export const authorized = (data: SubMerchant, { time }: Pick<World, 'time'>): SubMerchant =>
  ({ ...move(subMerchant, data, 'approve'), authorize_time: time })

/**
 * Requires that a sub-merchant is authorized.
 *
 * @throws Refusal if the sandbox is strict and it is not
 */
export async function requireAuthorized({ sub_mchid = '' }: { sub_mchid?: string }, world: World): Promise<void> {
  const found = await world.find(subMerchant, sub_mchid)
  if (world.strict && found?.authorization_state !== 'AUTHORIZED') throw refusal(subMerchant.missing)
}
