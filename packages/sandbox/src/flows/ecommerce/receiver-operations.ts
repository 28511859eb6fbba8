import { businessKey } from '../../state/world.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { receiver, remove } from '../profitsharing/receiver-operations.ts'

/** A known receiver keeps its name. */
const add: Action<'POST /v3/ecommerce/profitsharing/receivers/add'> = async (params, world) => {
  const { type, account, encrypted_name, name = encrypted_name } = params
  if (await world.find(receiver, businessKey(receiver, params))) return params
  await world.save(receiver, { type, account, ...name !== undefined && { name } })
  return params
}

/** Receivers of a platform, for all its sub-merchants: add, delete. */
export const flow: Flow = {
  actions: {
    'POST /v3/ecommerce/profitsharing/receivers/add': add,
    'POST /v3/ecommerce/profitsharing/receivers/delete': remove,
  },
}
