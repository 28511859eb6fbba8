import { refusal } from '../../replies/error-codes.ts'
import { can, type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { find } from '../kit/find.ts'
import { notify } from '../kit/notify.ts'
import { omit, pick } from '../kit/params.ts'
import type { Wanted as WantedTransfer } from './transfer.ts'

/** What the merchant asks the user for. */
export type Wanted = {
  out_authorization_no: string
  appid: string
  openid: string
  user_display_name: string
  authorization_notify_url?: string
  notify_url?: string
}

/** An authorization as it is stored. */
export type Authorization = Wanted & {
  notify_url: string
  state: 'WAIT_USER_CONFIRM' | 'TAKING_EFFECT' | 'CLOSED'
  create_time: string
  /** What the merchant's page needs to ask the user; until the user answers. */
  package_info?: string
  authorization_id?: string
  authorize_time?: string
  close_info?: { close_time: string, close_reason: 'CLOSE_VIA_MCH_API' }
}

/** A user's authorization of transfers without confirming each, and its states. */
export const authorization: Machine<'confirm' | 'use' | 'close', Authorization> = {
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
  used: ['INVALID_REQUEST', '商户侧授权单号已存在，且与之前的请求参数不一致'],
}

/** Makes the authorization that a request asks the user for. */
export const requested = (params: Wanted, world: World): Authorization => ({
  ...params,
  notify_url: params.authorization_notify_url ?? params.notify_url ?? '',
  state: 'WAIT_USER_CONFIRM',
  create_time: world.time,
  package_info: packageOf(params),
})

/** Returns what the merchant's page needs to ask the user. */
export const packageOf = ({ out_authorization_no }: Pick<Wanted, 'out_authorization_no'>) =>
  `affffddafdfafddffda==${out_authorization_no}`

/** Returns the members that an authorization gets when the user confirms it. */
export const granted = ({ out_authorization_no }: Pick<Wanted, 'out_authorization_no'>, world: World) => ({
  authorization_id: world.number('132', 32, out_authorization_no),
  authorize_time: world.time,
})

const members = ['out_authorization_no', 'appid', 'openid', 'user_display_name', 'state'] as const

/** The user confirms the authorization; the merchant is notified. */
export async function confirm(data: Authorization, world: World) {
  const done = { ...omit(move(authorization, data, 'confirm'), 'package_info'), ...granted(data, world) }
  await world.save(authorization, done)
  notify(world, 'MCHTRANSFER.AUTHORIZATION.CONFIRMED', {
    summary: '用户确认自动收款授权',
    original_type: 'mch_payment',
    notify_url: done.notify_url,
    resource: { ...pick(done, ...members, 'authorization_id', 'authorize_time'), state: 'TAKING_EFFECT' },
  })
  return done
}

/** Closes the authorization; the merchant is notified if the user had confirmed it. */
export async function close(data: Authorization, world: World) {
  const close_info = closed(world)
  const done = { ...omit(move(authorization, data, 'close'), 'package_info'), close_info }
  await world.save(authorization, done)
  const { authorization_id, authorize_time } = done
  if (authorization_id === undefined || authorize_time === undefined) return done
  notify(world, 'MCHTRANSFER.AUTHORIZATION.CLOSED', {
    summary: '自动收款授权已解除',
    original_type: 'mch_payment',
    notify_url: done.notify_url,
    resource: { ...pick(done, ...members), state: 'CLOSED', authorization_id, authorize_time, close_info },
  })
  return done
}

/** Returns why and when an authorization was closed. */
export const closed = ({ time }: World) => ({ close_time: time, close_reason: 'CLOSE_VIA_MCH_API' as const })

/** Creates the authorization that a transfer asks for, and returns the members that its response gets. */
export async function proposeAuthorization(params: WantedTransfer, isNew: boolean, world: World) {
  const { authorization_info, appid = '', openid } = params
  if (!authorization_info) return {}
  const wanted = { appid, openid, ...pick(params, 'transfer_scene_id'), ...authorization_info }
  if (isNew) await world.create(authorization, wanted, () => requested(wanted, world))
  return pick(authorization_info, 'user_display_name', 'out_authorization_no')
}

/** Confirms the authorization that a transfer asked for, if any. */
export async function confirmAuthorization({ authorization_info }: WantedTransfer, world: World) {
  if (!authorization_info) return
  const data = await find(authorization, authorization_info, world)
  if (data && can(authorization, data, 'confirm')) await confirm(data, world)
}

/**
 * Returns the openid of the user whose authorization a transfer names.
 *
 * @throws Refusal if the authorization is not in effect, or unknown and the sandbox strict
 */
export async function openidOf(params: JsonObject & { out_bill_no: string }, world: World): Promise<string> {
  const data = await find(authorization, params, world)
  if (!data && world.strict) throw refusal(authorization.missing)
  return data ? move(authorization, data, 'use').openid : world.number('oUpF8', 28, params.out_bill_no)
}
