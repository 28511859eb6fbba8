import { refusal } from '../../replies/error-codes.ts'
import type { RecordType } from '../../state/record-type.ts'
import { unknown } from '../kit/find.ts'
import type { Action, Actions, Flow } from '../kit/flow.ts'

/** The address to notify of complaints, one per merchant. */
export const address: RecordType = {
  name: 'complaint-notification',
  label: '投诉通知地址',
  key: ['mchid'],
  missing: ['RESOURCE_NOT_EXISTS', '未配置投诉通知回调地址'],
  used: ['INVALID_REQUEST', '投诉通知回调地址已存在，请使用更新接口'],
}

const configure = (isNew: boolean): Action => async ({ url = '' }, world) => {
  const known = await world.find(address, world.mchid)
  if (isNew && known && known.url !== url) throw refusal(address.used)
  if (!isNew && !known) return unknown(world, address)
  const data = { mchid: world.mchid, url }
  await world.save(address, data)
  return data
}

const query: Action = async (_params, world) =>
  await world.find(address, world.mchid) ?? unknown(world, address)

const remove: Action = async (_params, world) => {
  world.remove(address, world.mchid)
  return {}
}

const actionsAt = (prefix: string): Actions => ({
  [`POST ${prefix}`]: configure(true),
  [`PUT ${prefix}`]: configure(false),
  [`GET ${prefix}`]: query,
  [`DELETE ${prefix}`]: remove,
})

/** The address to notify of complaints: create, update, query, delete. */
export const flow: Flow = {
  records: [address],
  actions: ['/v3/merchant-service', '/v3/global/merchant-service']
    .map(prefix => actionsAt(`${prefix}/complaint-notifications`)),
}
