import type { Scenario } from '../../scenarios/scenarios.ts'
import type { World } from '../../state/world.ts'
import { unknown } from '../kit/find.ts'
import type { Flow, OtherSide } from '../kit/flow.ts'
import { pick } from '../kit/params.ts'
import { awaits } from '../kit/steps.ts'
import { applicationsOf, type InsurerApplication, insurerApplication, open, type Wanted } from './insurer.ts'
import { insurerPending } from './scenarios.ts'

const apply = async (params: Wanted, world: World, scenario?: Scenario) => {
  const { data, isNew } = await world.create(insurerApplication, params, (): InsurerApplication => ({
    ...pick(params, 'out_apply_no', 'sub_mchid'), state: 'PENDING',
  }))
  if (isNew && scenario !== insurerPending) await open(data, world)
  return check(params, world)
}

type Keys = Pick<Wanted, 'sub_mchid'>

/** Says whether an insurer may pay claims; one that never applied may not. */
const check = async ({ sub_mchid }: Keys, world: World) => {
  const [first] = await applicationsOf(sub_mchid, world)
  if (!first && !world.strict) return invent({ sub_mchid }, world)
  return { sub_mchid, opened: first?.state === 'OPENED', ...first && pick(first, 'success_time') }
}

/** Returns an insurer that was opened yesterday. */
const invent = ({ sub_mchid }: Keys, world: World) => unknown(world, insurerApplication, ({ time }) =>
  ({ sub_mchid, opened: true, success_time: time }))

const path = '/v3/platsolution/ecommerce/insurance-compensation-contracts'
const opened = `${path}/sub-mchid/{sub_mchid}/check-opened` as const

const wechatPay: OtherSide<InsurerApplication> = {
  record: insurerApplication, next: awaits(insurerApplication, 'approve'), act: open,
}

/** Insurers that may pay claims: apply, check. */
export const flow: Flow = {
  actions: { [`POST ${path}`]: apply, [`POST ${opened}`]: check, [`GET ${opened}`]: check },
  otherSide: wechatPay,
}
