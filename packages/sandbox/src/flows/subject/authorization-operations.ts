import { move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { awaits } from '../kit/steps.ts'
import { type Authorization, authorization } from './authorization.ts'

const path = '/v3/apply4subject/applyment/merchants/{sub_mchid}/state'

/** A merchant that nobody applied for is not authorized. */
const query: Action<`GET ${typeof path}`> = async ({ sub_mchid }, world) => {
  const known = await world.find(authorization, sub_mchid)
  return { authorize_state: known?.authorize_state ?? 'AUTHORIZE_STATE_UNAUTHORIZED' }
}

/** The contact authorizes the merchant. */
async function act(data: Authorization, world: World): Promise<Authorization> {
  const authorized = move(authorization, data, 'sign')
  await world.save(authorization, authorized)
  return authorized
}

/** Authorizations of merchants: query. The contact authorizes. */
export const flow: Flow = {
  actions: { [`GET ${path}`]: query },
  otherSide: { record: authorization, next: awaits(authorization, 'sign'), act },
}
