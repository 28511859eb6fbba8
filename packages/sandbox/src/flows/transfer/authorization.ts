import { refusal } from '../../replies/error-codes.ts'
import { can, type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { isObject, type JsonObject } from '../../values/json.ts'
import { find } from '../kit/find.ts'
import { pick, text } from '../kit/params.ts'

/** A user's authorization of transfers without confirming each, and its states. */
export const authorization: Machine<'confirm' | 'use' | 'close'> = {
  name: 'transfer-authorization',
  label: '免确认收款授权',
  key: ['out_authorization_no'],
  aliases: ['authorization_id'],
  state: 'state',
  transitions: {
    confirm: { from: ['WAIT_USER_CONFIRM'], to: 'TAKING_EFFECT' },
    use: { from: ['TAKING_EFFECT'], to: 'TAKING_EFFECT' },
    close: { from: ['WAIT_USER_CONFIRM', 'TAKING_EFFECT'], to: 'CLOSED' },
  },
  refusals: {
    WAIT_USER_CONFIRM: ['NO_AUTH', '用户还未确认授权'],
    CLOSED: ['NO_AUTH', '授权已解除'],
  },
  missing: ['NOT_FOUND', '授权单不存在'],
  used: ['ALREADY_EXISTS', '商户侧授权单号已存在，且与之前的请求参数不一致'],
}

/** Makes the authorization that a request asks the user for. */
export const requested = (params: JsonObject, world: World): JsonObject => ({
  ...params,
  notify_url: text(params, 'authorization_notify_url') || text(params, 'notify_url'),
  state: 'WAIT_USER_CONFIRM',
  create_time: world.time,
  package_info: `affffddafdfafddffda==${text(params, 'out_authorization_no')}`,
})

/** Stores an authorization after an event, and notifies the merchant. */
export async function settle(data: JsonObject, event: 'confirm' | 'close', more: JsonObject, world: World) {
  const done: JsonObject = { ...move(authorization, data, event), package_info: null, ...more }
  await world.save(authorization, done)
  world.notify({
    event_type: `MCHTRANSFER.AUTHORIZATION.${event === 'confirm' ? 'CONFIRMED' : 'CLOSED'}`,
    summary: event === 'confirm' ? '用户确认自动收款授权' : '自动收款授权已解除',
    original_type: 'mch_payment',
    notify_url: text(done, 'notify_url'),
    resource: pick(done, 'out_authorization_no', 'appid', 'openid', 'user_display_name', 'authorization_id', 'state',
      'authorize_time', 'close_info'),
  })
  return done
}

/** Returns the members that an authorization gets when the user confirms it. */
export const granted = (data: JsonObject, world: World): JsonObject => ({
  authorization_id: world.number('132', 32, text(data, 'out_authorization_no')),
  authorize_time: world.time,
})

/** The user confirms the authorization. */
export const confirm = (data: JsonObject, world: World) => settle(data, 'confirm', granted(data, world), world)

/** Creates the authorization that a transfer asks for, and returns the members that its response gets. */
export async function proposeAuthorization(
  { authorization_info, ...params }: JsonObject, isNew: boolean, world: World,
) {
  if (!isObject(authorization_info)) return {}
  const wanted = { ...pick(params, 'appid', 'openid', 'transfer_scene_id'), ...authorization_info }
  if (isNew) await world.create(authorization, wanted, () => requested(wanted, world))
  return pick(authorization_info, 'user_display_name', 'out_authorization_no')
}

/** Confirms the authorization that a transfer asked for, if any. */
export async function confirmAuthorization({ authorization_info }: JsonObject, world: World) {
  if (!isObject(authorization_info)) return
  const data = await find(authorization, authorization_info, world)
  if (data && can(authorization, data, 'confirm')) await confirm(data, world)
}

/**
 * Returns the openid of the user whose authorization a transfer names.
 *
 * @throws Refusal if the authorization is not in effect, or unknown and the sandbox strict
 */
export async function openidOf(params: JsonObject, world: World): Promise<string> {
  const data = await find(authorization, params, world)
  if (!data && world.strict) throw refusal(authorization.missing)
  return data ? text(move(authorization, data, 'use'), 'openid') : world.number('oUpF8', 28, text(params, 'out_bill_no'))
}
