import type { Machine } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { Flow } from '../kit/flow.ts'
import type { Params } from '../kit/operation.ts'
import { create, show, step } from '../kit/steps.ts'

const direct = '/v3/payscore/plan/payscore-plans'
const partner = '/v3/payscore/plan/partner/payscore-plans'

type Wanted = Params<`POST ${typeof direct}` | `POST ${typeof partner}`>

/** A plan as it is stored. */
export type Plan = Omit<Wanted, 'plan_detail_list'> & {
  mchid: string
  plan_id: string
  plan_state: 'NORMAL' | 'STOP'
  plan_detail_list: (NonNullable<Wanted['plan_detail_list']>[number] & { plan_detail_no: number })[]
  stop_mchid?: string
  stop_time?: string
}

/** A plan of several services that users can sign, and its states. */
export const plan: Machine<'stop', Plan> = {
  name: 'payscore-plan',
  label: '先享卡计划',
  key: ['merchant_plan_no'],
  aliases: ['plan_id'],
  state: 'plan_state',
  transitions: { stop: { from: ['NORMAL'], to: 'STOP' } },
  refusals: { STOP: ['INVALID_REQUEST', '支付分计划已停止'] },
  missing: ['RESOURCE_NOT_EXISTS', '支付分计划不存在'],
  used: ['ALREADY_EXISTS', '商户侧计划单号已存在，且与之前的请求参数不一致'],
}

const make = (params: Wanted, world: World): Plan => ({
  ...params,
  mchid: world.mchid,
  plan_id: world.number('1231', 20, params.merchant_plan_no),
  plan_state: 'NORMAL',
  plan_detail_list: (params.plan_detail_list ?? [])
    .map((detail, index) => ({ plan_detail_no: index + 1, ...detail })),
})

const stop = step(plan, 'stop', (data, _params, { mchid, time }) => ({ ...data, stop_mchid: mchid, stop_time: time }))

/** Pay-score plans: create, query, stop. */
export const flow: Flow = {
  records: [plan],
  actions: {
    [`POST ${direct}`]: create(plan, make),
    [`GET ${direct}/merchant-plan-no/{merchant_plan_no}`]: show(plan),
    [`POST ${direct}/merchant-plan-no/{merchant_plan_no}/stop`]: stop,
    [`POST ${partner}`]: create(plan, make),
    [`GET ${partner}/merchant-plan-no/{merchant_plan_no}`]: show(plan),
    [`POST ${partner}/merchant-plan-no/{merchant_plan_no}/stop`]: stop,
  },
}
