import { refusal } from '../../replies/error-codes.ts'
import type { RecordType } from '../../state/record-type.ts'
import type { World } from '../../state/world.ts'
import { unknown } from '../kit/find.ts'
import type { Flow } from '../kit/flow.ts'

/** The address to notify of complaints, one per merchant. */
export const address: RecordType<{ mchid: string, url: string }> = {
  name: 'complaint-notification',
  label: '投诉通知地址',
  key: ['mchid'],
  missing: ['RESOURCE_NOT_EXISTS', '未配置投诉通知回调地址'],
  used: ['INVALID_REQUEST', '投诉通知回调地址已存在，请使用更新接口'],
}

const configure = (isNew: boolean) => async ({ url }: { url: string }, world: World) => {
  const known = await world.find(address, world.mchid)
  if (isNew && known && known.url !== url) throw refusal(address.used)
  if (!isNew && !known) return unknown(world, address)
  const data = { mchid: world.mchid, url }
  await world.save(address, data)
  return data
}

const query = async (_params: object, world: World) =>
  await world.find(address, world.mchid) ?? unknown(world, address)

const remove = async (_params: object, world: World) => {
  world.remove(address, world.mchid)
  return {}
}

const domestic = '/v3/merchant-service/complaint-notifications'
const overseas = '/v3/global/merchant-service/complaint-notifications'

/** The address to notify of complaints: create, update, query, delete. */
export const flow: Flow = {
  records: [address],
  actions: {
    [`POST ${domestic}`]: configure(true),
    [`PUT ${domestic}`]: configure(false),
    [`GET ${domestic}`]: query,
    [`DELETE ${domestic}`]: remove,
    [`POST ${overseas}`]: configure(true),
    [`PUT ${overseas}`]: configure(false),
    [`GET ${overseas}`]: query,
    [`DELETE ${overseas}`]: remove,
  },
}
