import type { RecordType } from '../../state/record-type.ts'
import type { World } from '../../state/world.ts'
import { unknown } from './find.ts'

/** A callback address as it is stored. */
type CallbackAddress = { mchid: string, notify_url: string, update_time: string }

/** Returns the record type of a product's callback address, one per merchant. */
export const callbackAddress = (name: string, label: string): RecordType<CallbackAddress> => ({
  name,
  label,
  key: ['mchid'],
  missing: ['RESOURCE_NOT_EXISTS', '未设置消息通知地址'],
  used: ['INVALID_REQUEST', '消息通知地址已设置'],
})

/** Returns an action that sets the address of the merchant that the request names, by default its own. */
export const setAddress = (type: RecordType<CallbackAddress>) =>
  async ({ mchid, notify_url }: { mchid?: string, notify_url: string }, world: World) => {
    const data = { mchid: mchid ?? world.mchid, notify_url, update_time: world.time }
    await world.save(type, data)
    return data
  }

/** Returns an action that replies with the address of the merchant that the request names, by default its own. */
export const getAddress = (type: RecordType<CallbackAddress>) =>
  async ({ mchid }: { mchid?: string }, world: World) =>
    await world.find(type, mchid ?? world.mchid) ?? unknown(world, type)
