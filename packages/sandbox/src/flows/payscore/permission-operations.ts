import { move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { find, unknown } from '../kit/find.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { notify } from '../kit/notify.ts'
import type { Parties } from '../kit/operation.ts'
import { pick } from '../kit/params.ts'
import { awaits, show } from '../kit/steps.ts'
import { compact } from './order.ts'
import { type Permission, permission, tokenOf, type Wanted } from './permission.ts'

const apply = async (params: Wanted, world: World) => {
  await world.create(permission, params, (): Permission => ({
    ...params, mchid: world.mchid, applied: world.now, authorization_state: 'UNBINDUSER',
  }))
  const token = tokenOf(params.authorization_code, world)
  return { apply_permissions_token: token, transaction_permissions_token: token }
}

/** The members of a request that name a permission. */
type Keys = Parties & Pick<Permission, 'service_id' | 'openid' | 'sub_openid'> & { authorization_code?: string }

/** Copies `sub_openid` to `openid`, since partners may name the user by the former alone. */
const withOpenid = ({ sub_openid, ...params }: Keys): Keys =>
  sub_openid !== undefined && !params.openid ? { ...params, openid: sub_openid } : params

/** Returns an invented permission in effect. */
const invent = (params: Keys, world: World) => ({
  ...params,
  mchid: params.mchid ?? world.mchid,
  openid: params.openid ?? world.number('oUpF8', 28, params.authorization_code ?? ''),
  authorization_code: params.authorization_code ?? world.number('', 28, params.openid ?? ''),
  authorization_state: 'AVAILABLE' as const,
  authorization_success_time: world.time,
})

const query = show(permission, invent)

/** A permission has an openid since the user confirmed it. */
const search = async (params: Keys, world: World) => {
  const data = await find(permission, withOpenid(params), world)
  return data?.authorization_success_time === undefined
    ? unknown(world, permission, yesterday => invent(withOpenid(params), yesterday))
    : { ...data, authorization_success_time: data.authorization_success_time }
}

const terminate = async (params: Keys, world: World) => {
  const data = await find(permission, withOpenid(params), world)
  if (!data) return unknown(world, permission)
  const closed = { ...move(permission, data, 'close'), cancel_authorization_time: world.time }
  await world.save(permission, closed)
  notify(world, 'PAYSCORE.USER_CLOSE_SERVICE', {
    summary: '微信支付分用户解除授权', ...noticeOf(closed), resource: notified(closed, 'USER_CLOSE_SERVICE' as const, world),
  })
  return {}
}

/** Returns whether the user can use the service; not if it was never opened, or closed. */
const serviceState: Action<'GET /v3/payscore/user-service-state'> = async (params, world) => {
  const data = await find(permission, params, world)
  if (!data && !world.strict) return undefined
  return { use_service_state: data?.authorization_state === 'AVAILABLE' ? 'AVAILABLE' : 'UNAVAILABLE' }
}

async function confirm(data: Permission, world: World): Promise<Permission> {
  const openid = world.number('oUpF8', 28, data.authorization_code)
  const opened = {
    ...move(permission, data, 'confirm'), openid, ...data.sub_appid ? { sub_openid: openid } : {},
    authorization_success_time: world.time,
  }
  await world.save(permission, opened)
  notify(world, 'PAYSCORE.USER_OPEN_SERVICE', {
    summary: '微信支付分用户授权成功', ...noticeOf(opened), resource: notified(opened, 'USER_OPEN_SERVICE' as const, world),
  })
  return opened
}

const noticeOf = ({ notify_url = '' }: Permission) => ({ original_type: 'payscore', notify_url })

/** Returns a permission as notifications show it; to partners they name the merchants `mch_id` and `sub_mch_id`. */
function notified<Status>(data: Permission, user_service_status: Status, world: World) {
  const { openid = '', mchid, sub_mchid } = data
  const common = {
    ...pick(data, 'appid', 'sub_appid', 'channel_id', 'service_id', 'sub_openid', 'authorization_code'),
    openid, user_service_status, openorclose_time: compact(world.time),
  }
  return sub_mchid === undefined
    ? { ...common, mchid: mchid ?? world.mchid }
    : { ...common, mch_id: mchid ?? world.mchid, sub_mch_id: sub_mchid }
}

const direct = '/v3/payscore/permissions'
const partner = '/v3/payscore/partner/permissions'
const bank = '/v3/payscore/acquiringbank/permissions'

/** A user's permissions: apply, query, terminate. The user confirms. */
export const flow: Flow = {
  actions: {
    [`POST ${direct}`]: apply,
    [`GET ${direct}/authorization-code/{authorization_code}`]: query,
    [`POST ${direct}/authorization-code/{authorization_code}/terminate`]: terminate,
    [`GET ${direct}/openid/{openid}`]: search,
    [`POST ${direct}/openid/{openid}/terminate`]: terminate,
    'POST /v3/payscore/users/{openid}/permissions/{service_id}/terminate': terminate,
    'GET /v3/payscore/user-service-state': serviceState,

    [`POST ${partner}`]: apply,
    [`POST ${partner}/apply-for-scene`]: apply,
    [`GET ${partner}/authorization-code/{authorization_code}`]: query,
    [`POST ${partner}/authorization-code/{authorization_code}/terminate`]: terminate,
    [`GET ${partner}/search`]: search,
    [`POST ${partner}/terminate`]: terminate,

    [`POST ${bank}`]: apply,
    [`GET ${bank}/authorization-code/{authorization_code}`]: query,
    [`POST ${bank}/authorization-code/{authorization_code}/terminate`]: terminate,
  },
  otherSide: { record: permission, next: awaits(permission, 'confirm'), act: confirm },
}
