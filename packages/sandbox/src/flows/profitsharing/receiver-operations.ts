import type { RecordType } from '../../state/record-type.ts'
import { businessKey, type World } from '../../state/world.ts'
import { unknown } from '../kit/find.ts'
import type { Action, Flow } from '../kit/flow.ts'
import type { Params } from '../kit/operation.ts'
import { pick } from '../kit/params.ts'

/** A receiver that the merchant may share money with. */
export const receiver: RecordType<Pick<Params<'POST /v3/profitsharing/receivers/add'>, 'type' | 'account' | 'name'>> = {
  name: 'profit-sharing-receiver',
  label: '分账接收方',
  key: ['type', 'account'],
  missing: ['RESOURCE_NOT_EXISTS', '分账接收方不存在'],
  used: ['INVALID_REQUEST', '分账接收方已存在'],
}

const add: Action<'POST /v3/profitsharing/receivers/add'> = async (params, world) => {
  await world.save(receiver, pick(params, 'type', 'account', 'name'))
  return params
}

/** Removes a receiver. */
export async function remove<Params extends { type: string, account: string }>(
  params: Params, world: World,
): Promise<Params | undefined> {
  const key = businessKey(receiver, params)
  if (!await world.find(receiver, key)) return unknown(world, receiver)
  world.remove(receiver, key)
  return params
}

/** Receivers: add, delete. */
export const flow: Flow = {
  records: [receiver],
  actions: {
    'POST /v3/profitsharing/receivers/add': add,
    'POST /v3/profitsharing/receivers/delete': remove,
  },
}
