import { refusal } from '../../replies/error-codes.ts'
import { type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { beijingTime } from '../../values/beijing-time.ts'
import type { JsonObject } from '../../values/json.ts'
import { find, unknown } from '../kit/find.ts'
import type { Action, Actions, Flow } from '../kit/flow.ts'
import { objects, omit, pick, text } from '../kit/params.ts'
import { awaits, show } from '../kit/steps.ts'
import { plan } from './plan-operations.ts'

/** A plan that a user signs, and its states. */
const signPlan: Machine<'sign' | 'stop'> = {
  name: 'payscore-sign-plan',
  label: '先享卡签约',
  key: ['merchant_sign_plan_no'],
  aliases: ['sign_plan_id'],
  state: 'sign_state',
  transitions: {
    sign: { from: ['CREATED'], to: 'SIGNED' },
    stop: { from: ['CREATED', 'SIGNED'], to: 'UNSIGNED' },
  },
  refusals: { UNSIGNED: ['INVALID_REQUEST', '签约计划已取消'] },
  missing: ['RESOURCE_NOT_EXISTS', '签约计划不存在'],
  used: ['ALREADY_EXISTS', '商户侧签约计划单号已存在，且与之前的请求参数不一致'],
}

/** Duration of a signed plan in days if the plan does not define it. */
const defaultDuration = 30

const create: Action = async (params, world) => {
  const agreed = await find(plan, params, world)
  if (!agreed && world.strict) throw refusal(plan.missing)
  if (agreed) move(plan, agreed, 'stop')
  const { data } = await world.create(signPlan, params, () => make(params, agreed ?? {}, world))
  const number = text(params, 'merchant_sign_plan_no')
  return { sign_plan: data, package: world.number('XXXX', 48, number) }
}

function make(params: JsonObject, agreed: JsonObject, world: World): JsonObject {
  const details = new Map(objects(agreed, 'plan_detail_list').map(detail => [detail.plan_detail_no, detail]))
  const duration = Number(agreed.plan_duration ?? defaultDuration) * 24 * 3_600_000
  return {
    ...omit(params, 'notify_url', 'sign_plan_detail'),
    ...pick(agreed, 'plan_name', 'deduction_quantity', 'total_actual_price'),
    mchid: world.mchid,
    sign_plan_id: world.number('1232', 20, text(params, 'merchant_sign_plan_no')),
    merchant_callback_url: text(params, 'notify_url'),
    going_detail_no: 1,
    sign_state: 'CREATED',
    cancel_sign_type: 'NOT_CANCEL',
    plan_over_time: beijingTime(world.now + duration),
    ...agreed.total_original_price !== undefined && { total_origin_price: agreed.total_original_price },
    signed_detail_list: objects(params, 'sign_plan_detail').map(detail => ({
      ...details.get(detail.plan_detail_no), ...detail, plan_detail_state: 'NOT_USED',
    })),
  }
}

const stop: Action = async (params, world) => {
  const data = await find(signPlan, params, world)
  if (!data) return unknown(world, signPlan)
  const stopped: JsonObject = {
    ...move(signPlan, data, 'stop'),
    cancel_sign_time: world.time, cancel_sign_type: 'MERCHANT', cancel_reason: text(params, 'stop_reason'),
  }
  return settle(stopped, 'PAYSCORE.USER_CANCEL_SIGN_PLAN', '支付分计划取消签约', world)
}

async function settle(data: JsonObject, event_type: string, summary: string, world: World) {
  await world.save(signPlan, data)
  const notify_url = text(data, 'merchant_callback_url')
  world.notify({ event_type, summary, original_type: 'payscore', notify_url, resource: omit(data) })
  return data
}

const actionsAt = (prefix: string): Actions => ({
  [`POST ${prefix}`]: create,
  [`GET ${prefix}/merchant-sign-plan-no/{merchant_sign_plan_no}`]: show(signPlan),
  [`POST ${prefix}/merchant-sign-plan-no/{merchant_sign_plan_no}/stop`]: stop,
})

const prefix = '/v3/payscore/sign-plan'

/** Plans of a user: create, query, stop. The user signs. */
export const flow: Flow = {
  actions: [`${prefix}/user-sign-plans`, `${prefix}/partner/user-sign-plans`].map(actionsAt),
  otherSide: {
    record: signPlan,
    next: awaits(signPlan, 'sign'),
    act: (data, world) => settle({ ...move(signPlan, data, 'sign'), sign_time: world.time },
      'PAYSCORE.USER_SIGN_PLAN', '支付分计划签约成功', world),
  },
}
