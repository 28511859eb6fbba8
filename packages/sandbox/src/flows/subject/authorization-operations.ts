import { move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { awaits } from '../kit/steps.ts'
import { application } from './application.ts'
import { type Authorization, authorization } from './authorization.ts'

const path = '/v3/apply4subject/applyment/merchants/{sub_mchid}/state'

/** A merchant that no contact authorized is not authorized. */
const query: Action<`GET ${typeof path}`> = async ({ sub_mchid }, world) => {
  const known = await world.find(authorization, sub_mchid)
  return { authorize_state: known?.authorize_state ?? 'AUTHORIZE_STATE_UNAUTHORIZED' }
}

/**
 * After an application passed, the contact may authorize merchants that it did not list (official guide 4012064824, 3.7).
 *
 * @throws RangeError if no application passed
 */
async function begin(sub_mchid: string, world: World): Promise<Authorization> {
  const applications = await world.list(application)
  if (!applications.some(({ applyment_state }) => applyment_state === 'APPLYMENT_STATE_PASSED')) {
    throw new RangeError(`no application passed, advance one of kind ${application.name} first`)
  }
  return { sub_mchid, authorize_state: 'AUTHORIZE_STATE_UNAUTHORIZED' }
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
  otherSide: { record: authorization, begin, next: awaits(authorization, 'sign'), act },
}
