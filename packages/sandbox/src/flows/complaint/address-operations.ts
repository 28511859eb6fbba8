import { failure } from '../../replies/error-codes.ts'
import type { Kind } from '../../state/machine.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { unknown } from '../kit/params.ts'

/** Where complaints are told of; there is one such address a merchant. */
export const address: Kind = {
  name: 'complaint-notification',
  key: ['mchid'],
  state: 'state',
  transitions: {},
  missing: ['RESOURCE_NOT_EXISTS', '未配置投诉通知回调地址'],
  used: ['INVALID_REQUEST', '投诉通知回调地址已存在，请使用更新接口'],
}

const configure = (isNew: boolean): Action => async ({ url = '' }, world) => {
  const known = await world.find(address, world.mchid)
  if (isNew && known && known.url !== url) throw failure(address.used)
  if (!isNew && !known) return unknown(world, address)
  const data = { mchid: world.mchid, url }
  await world.save(address, data)
  return data
}

const configured: Action = async (_params, world) =>
  await world.find(address, world.mchid) ?? unknown(world, address)

const forget: Action = async (_params, world) => {
  world.remove(address, world.mchid)
  return {}
}

const actionsAt = (prefix: string): Flow['actions'] => ({
  [`POST ${prefix}`]: configure(true),
  [`PUT ${prefix}`]: configure(false),
  [`GET ${prefix}`]: configured,
  [`DELETE ${prefix}`]: forget,
})

/** The address that complaints are told to: create, update, query, delete. */
export const complaintAddresses: Flow = {
  actions: {
    ...actionsAt('/v3/merchant-service/complaint-notifications'),
    ...actionsAt('/v3/global/merchant-service/complaint-notifications'),
  },
}
