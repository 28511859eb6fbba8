import { refusal } from '../../replies/error-codes.ts'
import type { RecordType } from '../../state/record-type.ts'
import type { World } from '../../state/world.ts'
import type { Flow } from '../kit/flow.ts'
import { pick } from '../kit/params.ts'

type Switch = 'OPEN' | 'CLOSE'

/** The parts of the gold plan that a sub-merchant has switched on, as they are stored. */
type GoldPlan = {
  sub_mchid: string
  plan?: Switch
  custom_page?: Switch
  advertising?: Switch
  advertising_industry_filters?: string[]
}

/** The parts of the gold plan that a sub-merchant has switched on. */
const goldPlan: RecordType<GoldPlan> = {
  name: 'gold-plan',
  label: '点金计划',
  key: ['sub_mchid'],
  state: 'plan',
  missing: ['INVALID_REQUEST', '该特约商户未开通点金计划'],
  used: ['INVALID_REQUEST', '点金计划状态未变化'],
}

/** What a request sets. */
type Change<Params> = (params: Params) => Omit<GoldPlan, 'sub_mchid'>

type Keys = Pick<GoldPlan, 'sub_mchid'>

const set = <Params extends Keys>(change: Change<Params>) => async (params: Params, world: World) => {
  const { sub_mchid } = params
  const known = await world.find(goldPlan, sub_mchid)
  await world.save(goldPlan, { ...known, sub_mchid, ...change(params) })
  return params
}

/** Returns an action that requires the plan itself to be open. */
const setIfOpen = <Params extends Keys>(change: Change<Params>) => async (params: Params, world: World) => {
  const known = await world.find(goldPlan, params.sub_mchid)
  if (world.strict && known?.plan !== 'OPEN') throw refusal(goldPlan.missing)
  return set(change)(params, world)
}

type Filters = Keys & { advertising_industry_filters?: string[] }

const filters = (params: Filters) => pick(params, 'advertising_industry_filters')

type Operation = Keys & { operation_type: Switch }

const prefix = '/v3/goldplan/merchants'

/** The gold plan: the page after a payment, its receipt and its advertisements. */
export const flow: Flow = {
  records: [goldPlan],
  actions: {
    [`POST ${prefix}/changegoldplanstatus`]: set((params: Operation) => ({ plan: params.operation_type })),
    [`POST ${prefix}/changecustompagestatus`]: setIfOpen((params: Operation) => ({ custom_page: params.operation_type })),
    [`POST ${prefix}/set-advertising-industry-filter`]: setIfOpen(filters),
    [`PATCH ${prefix}/open-advertising-show`]: setIfOpen((params: Filters) => ({ advertising: 'OPEN', ...filters(params) })),
    [`POST ${prefix}/close-advertising-show`]: setIfOpen(() => ({ advertising: 'CLOSE' })),
  },
}
