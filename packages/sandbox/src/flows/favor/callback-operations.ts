import type { Kind } from '../../state/machine.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { unknown } from '../kit/params.ts'

const addressOf = (name: string): Kind => ({
  name,
  key: ['mchid'],
  state: 'state',
  transitions: {},
  missing: ['RESOURCE_NOT_EXISTS', '未设置消息通知地址'],
  used: ['INVALID_REQUEST', '消息通知地址已设置'],
})

/** Where a merchant hears that a cash coupon was used. */
export const favorAddress = addressOf('favor-callback')

/** Where a merchant hears that a merchant's coupon was taken. */
export const busifavorAddress = addressOf('busifavor-callback')

const set = (kind: Kind): Action => async (params, world) => {
  const data = { ...params, mchid: params.mchid ?? world.mchid, update_time: world.time }
  await world.save(kind, data)
  return data
}

const get = (kind: Kind): Action => async (params, world) =>
  await world.find(kind, String(params.mchid ?? world.mchid)) ?? unknown(world, kind)

/** The addresses that news of coupons go to: set, query. */
export const favorCallbacks: Flow = {
  actions: {
    'POST /v3/marketing/favor/callbacks': set(favorAddress),
    'GET /v3/marketing/favor/callbacks': get(favorAddress),
    'POST /v3/marketing/busifavor/callbacks': set(busifavorAddress),
    'GET /v3/marketing/busifavor/callbacks': get(busifavorAddress),
  },
}
