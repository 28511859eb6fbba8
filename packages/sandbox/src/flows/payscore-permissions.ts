import type { JsonObject } from '../engine/types.ts'
import { can, type Kind, move } from '../state/kind.ts'
import type { World } from '../state/world.ts'
import type { Action, Flow } from './flow.ts'
import { locate, pick, text, unknown } from './params.ts'

/** A user's permission to order without confirming, and its states. */
const permission: Kind<'open' | 'close'> = {
  name: 'payscore-permission',
  key: ['authorization_code'],
  aliases: ['openid'],
  state: 'authorization_state',
  transitions: {
    open: { from: ['UNAVAILABLE'], to: 'AVAILABLE' },
    close: { from: ['AVAILABLE'], to: 'UNAVAILABLE' },
  },
  refusals: { UNAVAILABLE: ['INVALID_REQUEST', '用户未授权，或已解除授权'] },
  missing: ['RESOURCE_NOT_EXISTS', '授权记录不存在'],
  used: ['INVALID_REQUEST', '授权协议号重复：同一授权协议号须用相同的参数'],
}

const apply: Action = async (params, world) => {
  const code = text(params, 'authorization_code')
  await world.create(permission, params, () => ({
    ...params,
    mchid: world.mchid,
    openid: world.number('oUpF8', 28, code),
    authorization_state: 'UNAVAILABLE',
    waits: true,
  }))
  return { apply_permissions_token: world.number('', 20, `token ${code}`) }
}

const find = (params: JsonObject, world: World) => locate(world, permission, params, 'authorization_code', 'openid')

const query: Action = async (params, world) => await find(params, world) ?? unknown(world, permission)

const terminate: Action = async (params, world) => {
  const data = await find(params, world)
  if (!data) return unknown(world, permission)
  const closed = { ...move(permission, data, 'close'), cancel_authorization_time: world.time, waits: false }
  await world.save(permission, closed)
  tell('PAYSCORE.USER_CLOSE_SERVICE', '微信支付分用户解除授权', closed, world)
  return {}
}

async function open(data: JsonObject, world: World): Promise<JsonObject> {
  const opened = { ...move(permission, data, 'open'), authorization_success_time: world.time, waits: false }
  await world.save(permission, opened)
  tell('PAYSCORE.USER_OPEN_SERVICE', '微信支付分用户授权成功', opened, world)
  return opened
}

const statuses: Record<string, string> = { AVAILABLE: 'USER_OPEN_SERVICE', UNAVAILABLE: 'USER_CLOSE_SERVICE' }

function tell(event_type: string, summary: string, data: JsonObject, world: World) {
  world.notify({
    event_type,
    summary,
    original_type: 'payscore',
    notify_url: text(data, 'notify_url'),
    resource: {
      ...pick(data, 'appid', 'mchid', 'service_id', 'openid', 'authorization_code'),
      user_service_status: statuses[text(data, 'authorization_state')] ?? '',
      openorclose_time: world.time.replace(/\D/g, '').slice(0, 14),
    },
  })
}

const prefix = '/v3/payscore/permissions'

/** A user's permissions: apply, query, terminate; the user opens them. */
export const payscorePermissions: Flow = {
  actions: {
    [`POST ${prefix}`]: apply,
    [`GET ${prefix}/authorization-code/{authorization_code}`]: query,
    [`POST ${prefix}/authorization-code/{authorization_code}/terminate`]: terminate,
    [`GET ${prefix}/openid/{openid}`]: query,
    [`POST ${prefix}/openid/{openid}/terminate`]: terminate,
  },
  user: { kind: permission, waits: data => data.waits === true && can(permission, data, 'open'), act: open },
}
