import { type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { find, unknown } from '../kit/find.ts'
import type { Action, Actions, Flow } from '../kit/flow.ts'
import { pick, text } from '../kit/params.ts'
import { awaits, type Make, show } from '../kit/steps.ts'
import { compact } from './order.ts'

/** A user's permission for orders without confirmation, and its states. */
const permission: Machine<'confirm' | 'close'> = {
  name: 'payscore-permission',
  label: '支付分授权',
  key: ['authorization_code'],
  aliases: ['openid'],
  within: ['service_id', 'sub_mchid'],
  state: 'authorization_state',
  transitions: {
    confirm: { from: ['UNBINDUSER'], to: 'AVAILABLE' },
    close: { from: ['AVAILABLE'], to: 'UNAVAILABLE' },
  },
  refusals: {
    UNBINDUSER: ['INVALID_REQUEST', '用户还未授权'],
    UNAVAILABLE: ['INVALID_REQUEST', '用户已解除授权'],
  },
  missing: ['RESOURCE_NOT_EXISTS', '授权记录不存在'],
  used: ['INVALID_REQUEST', '授权协议号重复：同一授权协议号须用相同的参数'],
}

const apply: Action = async (params, world) => {
  const code = text(params, 'authorization_code')
  await world.create(permission, params, () => ({
    ...params, mchid: world.mchid, authorization_state: 'UNBINDUSER',
  }))
  const token = world.number('', 20, `token ${code}`)
  return { apply_permissions_token: token, transaction_permissions_token: token }
}

/** Copies `sub_openid` to `openid`, since partners may name the user by the former alone. */
const withOpenid = ({ sub_openid, ...params }: JsonObject): JsonObject =>
  typeof sub_openid === 'string' && !params.openid ? { ...params, openid: sub_openid } : params

/** Returns an invented permission in effect. */
const invent: Make = (params, world) => ({
  mchid: world.mchid,
  openid: world.number('oUpF8', 28, text(params, 'authorization_code')),
  ...params,
  authorization_state: 'AVAILABLE',
  authorization_success_time: world.time,
})

const query: Action = (params, world) => show(permission, invent)(withOpenid(params), world)

const terminate: Action = async (params, world) => {
  const data = await find(permission, withOpenid(params), world)
  if (!data) return unknown(world, permission)
  const closed = { ...move(permission, data, 'close'), cancel_authorization_time: world.time }
  await world.save(permission, closed)
  notify('PAYSCORE.USER_CLOSE_SERVICE', '微信支付分用户解除授权', closed, world)
  return {}
}

/** Returns whether the user can use the service; not if it was never opened, or closed. */
const serviceState: Action = async (params, world) => {
  const data = await find(permission, params, world)
  if (!data && !world.strict) return undefined
  return { use_service_state: data?.authorization_state === 'AVAILABLE' ? 'AVAILABLE' : 'UNAVAILABLE' }
}

async function confirm(data: JsonObject, world: World): Promise<JsonObject> {
  const openid = world.number('oUpF8', 28, text(data, 'authorization_code'))
  const opened = {
    ...move(permission, data, 'confirm'), openid, ...data.sub_appid ? { sub_openid: openid } : {},
    authorization_success_time: world.time,
  }
  await world.save(permission, opened)
  notify('PAYSCORE.USER_OPEN_SERVICE', '微信支付分用户授权成功', opened, world)
  return opened
}

const statuses: Record<string, string> = { AVAILABLE: 'USER_OPEN_SERVICE', UNAVAILABLE: 'USER_CLOSE_SERVICE' }

function notify(event_type: string, summary: string, data: JsonObject, world: World) {
  world.notify({
    event_type,
    summary,
    original_type: 'payscore',
    notify_url: text(data, 'notify_url'),
    resource: {
      ...pick(data, 'appid', 'mchid', 'sub_appid', 'sub_mchid', 'channel_id', 'service_id', 'openid', 'sub_openid'),
      ...pick(data, 'authorization_code'),
      user_service_status: statuses[text(data, 'authorization_state')] ?? '',
      openorclose_time: compact(world.time),
    },
  })
}

const prefix = '/v3/payscore/permissions'
const partner = '/v3/payscore/partner/permissions'

const byCode = (prefix: string): Actions => ({
  [`POST ${prefix}`]: apply,
  [`GET ${prefix}/authorization-code/{authorization_code}`]: query,
  [`POST ${prefix}/authorization-code/{authorization_code}/terminate`]: terminate,
})

/** A user's permissions: apply, query, terminate. The user confirms. */
export const flow: Flow = {
  actions: [
    byCode(prefix),
    byCode(partner),
    byCode('/v3/payscore/acquiringbank/permissions'),
    {
      [`GET ${prefix}/openid/{openid}`]: query,
      [`POST ${prefix}/openid/{openid}/terminate`]: terminate,
      [`POST ${partner}/apply-for-scene`]: apply,
      [`GET ${partner}/search`]: query,
      [`POST ${partner}/terminate`]: terminate,
      'POST /v3/payscore/users/{openid}/permissions/{service_id}/terminate': terminate,
      'GET /v3/payscore/user-service-state': serviceState,
    },
  ],
  otherSide: { record: permission, next: awaits(permission, 'confirm'), act: confirm },
}
