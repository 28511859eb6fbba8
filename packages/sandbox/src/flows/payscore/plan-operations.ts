import type { Machine } from '../../state/machine.ts'
import type { JsonObject } from '../../values/json.ts'
import type { Actions, Flow } from '../kit/flow.ts'
import { objects, text } from '../kit/params.ts'
import { create, type Make, show, step } from '../kit/steps.ts'

/** A plan of several services that users can sign, and its states. */
export const plan: Machine<'stop'> = {
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

const make: Make = (params, world) => ({
  ...params,
  mchid: world.mchid,
  plan_id: world.number('1231', 20, text(params, 'merchant_plan_no')),
  plan_state: 'NORMAL',
  plan_detail_list: objects(params, 'plan_detail_list')
    .map((detail, index): JsonObject => ({ plan_detail_no: index + 1, ...detail })),
})

const stop = step(plan, 'stop', (data, _params, { mchid, time }) => ({ ...data, stop_mchid: mchid, stop_time: time }))

const actionsAt = (prefix: string): Actions => ({
  [`POST ${prefix}`]: create(plan, make),
  [`GET ${prefix}/merchant-plan-no/{merchant_plan_no}`]: show(plan),
  [`POST ${prefix}/merchant-plan-no/{merchant_plan_no}/stop`]: stop,
})

const prefix = '/v3/payscore/plan'

/** Pay-score plans: create, query, stop. */
export const flow: Flow = {
  records: [plan],
  actions: { ...actionsAt(`${prefix}/payscore-plans`), ...actionsAt(`${prefix}/partner/payscore-plans`) },
}
