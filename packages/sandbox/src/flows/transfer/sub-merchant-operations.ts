import type { World } from '../../state/world.ts'
import { unknown } from '../kit/find.ts'
import type { Flow, OtherSide } from '../kit/flow.ts'
import { awaits } from '../kit/steps.ts'
import { authorized, type SubMerchant, subMerchant } from './sub-merchant.ts'

type Keys = Pick<SubMerchant, 'sub_mchid'>

const applied = ({ sub_mchid }: Keys, { time }: World): SubMerchant =>
  ({ sub_mchid, authorization_state: 'AUTHORIZE_PROCESSING', accept_time: time })

/** A repeated application, with other agreements too, gets the state of the first one. */
const apply = async ({ sub_mchid }: Keys, world: World) =>
  (await world.create(subMerchant, { sub_mchid }, () => applied({ sub_mchid }, world))).data

/** A strict sandbox replies that an unknown sub-merchant is unauthorized, a lenient one that it is authorized. */
const query = async ({ sub_mchid }: Keys, world: World) => {
  const found = await world.find(subMerchant, sub_mchid)
  if (found) return found
  return world.strict
    ? { sub_mchid, authorization_state: 'UNAUTHORIZED' as const }
    : unknown(world, subMerchant, yesterday => authorized(applied({ sub_mchid }, yesterday), yesterday))
}

const platform: OtherSide<SubMerchant> = {
  record: subMerchant,
  next: awaits(subMerchant, 'approve'),
  async act(data, world) {
    const done = authorized(data, world)
    await world.save(subMerchant, done)
    return done
  },
}

const prefix = '/v3/ecommerce/mch-transfer/authorizations'

/** Authorizations of sub-merchants whose money a platform transfers: apply, query. WeChat Pay authorizes. */
export const flow: Flow = {
  actions: { [`POST ${prefix}`]: apply, [`GET ${prefix}/{sub_mchid}`]: query },
  otherSide: platform,
}
