import { refusal } from '../../replies/error-codes.ts'
import type { RecordType } from '../../state/record-type.ts'
import type { JsonObject } from '../../values/json.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { pick, text } from '../kit/params.ts'

/** The parts of the gold plan that a sub-merchant has switched on. */
const goldPlan: RecordType = {
  name: 'gold-plan',
  label: '点金计划',
  key: ['sub_mchid'],
  state: 'plan',
  missing: ['INVALID_REQUEST', '该特约商户未开通点金计划'],
  used: ['INVALID_REQUEST', '点金计划状态未变化'],
}

const set = (change: (params: JsonObject) => JsonObject): Action => async (params, world) => {
  const { sub_mchid = '' } = params
  const known = await world.find(goldPlan, text(params, 'sub_mchid'))
  await world.save(goldPlan, { ...known, sub_mchid, ...change(params) })
  return pick(params, 'sub_mchid', 'operation_type')
}

/** Returns an action that requires the plan itself to be open. */
const setIfOpen = (change: (params: JsonObject) => JsonObject): Action => async (params, world) => {
  const known = await world.find(goldPlan, text(params, 'sub_mchid'))
  if (world.strict && known?.plan !== 'OPEN') throw refusal(goldPlan.missing)
  return set(change)(params, world)
}

const filters = (params: JsonObject): JsonObject => pick(params, 'advertising_industry_filters')

const prefix = '/v3/goldplan/merchants'

/** The gold plan: the page after a payment, its receipt and its advertisements. */
export const flow: Flow = {
  records: [goldPlan],
  actions: {
    [`POST ${prefix}/changegoldplanstatus`]: set(({ operation_type = null }) => ({ plan: operation_type })),
    [`POST ${prefix}/changecustompagestatus`]: setIfOpen(({ operation_type = null }) => ({ custom_page: operation_type })),
    [`POST ${prefix}/set-advertising-industry-filter`]: setIfOpen(filters),
    [`PATCH ${prefix}/open-advertising-show`]: setIfOpen(params => ({ advertising: 'OPEN', ...filters(params) })),
    [`POST ${prefix}/close-advertising-show`]: setIfOpen(() => ({ advertising: 'CLOSE' })),
  },
}
