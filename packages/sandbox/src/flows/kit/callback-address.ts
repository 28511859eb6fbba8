import type { RecordType } from '../../state/record-type.ts'
import { unknown } from './find.ts'
import type { Action } from './flow.ts'

/** Returns the record type of a product's callback address, one per merchant. */
export const callbackAddress = (name: string, label: string): RecordType => ({
  name,
  label,
  key: ['mchid'],
  missing: ['RESOURCE_NOT_EXISTS', '未设置消息通知地址'],
  used: ['INVALID_REQUEST', '消息通知地址已设置'],
})

/** Sets the address of the merchant that the request names, by default its own. */
export const setAddress = (type: RecordType): Action => async (params, world) => {
  const data = { ...params, mchid: params.mchid ?? world.mchid, update_time: world.time }
  await world.save(type, data)
  return data
}

/** Returns the address of the merchant that the request names, by default its own. */
export const getAddress = (type: RecordType): Action => async (params, world) =>
  await world.find(type, String(params.mchid ?? world.mchid)) ?? unknown(world, type)
