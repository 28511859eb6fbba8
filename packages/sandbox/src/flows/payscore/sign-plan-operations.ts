import { refusal } from '../../replies/error-codes.ts'
import { type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { beijingTime } from '../../values/beijing-time.ts'
import { find, unknown } from '../kit/find.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { notify } from '../kit/notify.ts'
import type { Params } from '../kit/operation.ts'
import { omit, pick } from '../kit/params.ts'
import { awaits, show } from '../kit/steps.ts'
import { type Plan, plan } from './plan-operations.ts'

const direct = '/v3/payscore/sign-plan/user-sign-plans'
const partner = '/v3/payscore/sign-plan/partner/user-sign-plans'

type Wanted = Params<`POST ${typeof direct}` | `POST ${typeof partner}`>

/** A signed plan as it is stored. */
type SignPlan = Omit<Wanted, 'notify_url' | 'sign_plan_detail'> & {
  mchid: string
  sign_plan_id: string
  merchant_callback_url: string
  going_detail_no: number
  plan_name: string
  plan_over_time: string
  total_origin_price: number
  deduction_quantity: number
  total_actual_price: number
  sign_state: 'CREATED' | 'SIGNED' | 'UNSIGNED'
  sign_time?: string
  cancel_sign_type: 'NOT_CANCEL' | 'MERCHANT'
  cancel_sign_time?: string
  cancel_reason?: string
  signed_detail_list: {
    plan_detail_no: number
    merchant_plan_detail_no: string
    plan_detail_name: string
    plan_detail_state: 'NOT_USED'
    original_price: number
    actual_price: number
    plan_discount_description?: string
  }[]
}

/** A plan that a user signs, and its states. */
const signPlan: Machine<'sign' | 'stop', SignPlan> = {
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

/** Duration of an invented plan in days. */
const defaultDuration = 30

const create = async (params: Wanted, world: World) => {
  const agreed = await find(plan, params, world)
  if (!agreed && world.strict) throw refusal(plan.missing)
  if (agreed) move(plan, agreed, 'stop')
  const { data } = await world.create(signPlan, params, () => make(params, agreed ?? invented, world))
  return { sign_plan: data, package: world.number('XXXX', 48, params.merchant_sign_plan_no) }
}

const createForPartner: Action<`POST ${typeof partner}`> = async (params, world) => {
  const { sign_plan, ...reply } = await create(params, world)
  return { ...reply, sign_plan: { ...sign_plan, sub_mchid: params.sub_mchid } }
}

type Agreed = Pick<Plan,
  'plan_name' | 'plan_duration' | 'deduction_quantity' | 'total_original_price' | 'total_actual_price' | 'plan_detail_list'>

/** An invented plan without services. */
const invented: Agreed = {
  plan_name: '先享卡', plan_duration: defaultDuration, deduction_quantity: 1, total_original_price: 0, total_actual_price: 0,
  plan_detail_list: [],
}

function make(params: Wanted, agreed: Agreed, world: World): SignPlan {
  const details = new Map(agreed.plan_detail_list.map(detail => [detail.plan_detail_no, detail]))
  return {
    ...omit(params, 'notify_url', 'sign_plan_detail'),
    ...pick(agreed, 'plan_name', 'deduction_quantity', 'total_actual_price'),
    mchid: world.mchid,
    sign_plan_id: world.number('1232', 20, params.merchant_sign_plan_no),
    merchant_callback_url: params.notify_url,
    going_detail_no: 1,
    sign_state: 'CREATED',
    cancel_sign_type: 'NOT_CANCEL',
    plan_over_time: beijingTime(world.now + agreed.plan_duration * 24 * 3_600_000),
    total_origin_price: agreed.total_original_price,
    signed_detail_list: params.sign_plan_detail.map(detail => ({
      plan_detail_name: '', original_price: 0, actual_price: 0,
      ...details.get(detail.plan_detail_no), ...detail, plan_detail_state: 'NOT_USED',
    })),
  }
}

const stop = async (params: { merchant_sign_plan_no: string, stop_reason: string }, world: World) => {
  const data = await find(signPlan, params, world)
  if (!data) return unknown(world, signPlan)
  const cancelled = {
    cancel_sign_time: world.time, cancel_sign_type: 'MERCHANT' as const, cancel_reason: params.stop_reason,
  }
  const stopped: SignPlan = { ...move(signPlan, data, 'stop'), ...cancelled }
  await world.save(signPlan, stopped)
  notify(world, 'PAYSCORE.USER_CANCEL_SIGN_PLAN', {
    summary: '支付分计划取消签约',
    ...noticeOf(data),
    resource: {
      ...stopped, ...cancelled,
      sign_state: 'UNSIGNED',
      sign_time: data.sign_time ?? '',
      // Times of what did not happen are empty, as in the official example.
      signed_detail_list: data.signed_detail_list.map(detail =>
        ({ ...detail, use_time: '', complete_time: '', cancel_time: world.time })),
    },
  })
  return stopped
}

async function sign(data: SignPlan, world: World) {
  const signed = { ...move(signPlan, data, 'sign'), sign_time: world.time }
  await world.save(signPlan, signed)
  const openid = data.openid ?? world.number('oUpF8', 28, data.merchant_sign_plan_no)
  notify(world, 'PAYSCORE.USER_SIGN_PLAN', {
    summary: '支付分计划签约成功', ...noticeOf(data), resource: { ...signed, openid, sign_state: 'SIGNED' },
  })
  return signed
}

const noticeOf = (data: SignPlan) => ({ original_type: 'payscore', notify_url: data.merchant_callback_url })

/** Plans of a user: create, query, stop. The user signs. */
export const flow: Flow = {
  actions: {
    [`POST ${direct}`]: create,
    [`GET ${direct}/merchant-sign-plan-no/{merchant_sign_plan_no}`]: show(signPlan),
    [`POST ${direct}/merchant-sign-plan-no/{merchant_sign_plan_no}/stop`]: stop,
    [`POST ${partner}`]: createForPartner,
    [`GET ${partner}/merchant-sign-plan-no/{merchant_sign_plan_no}`]: show(signPlan),
    [`POST ${partner}/merchant-sign-plan-no/{merchant_sign_plan_no}/stop`]: stop,
  },
  otherSide: { record: signPlan, next: awaits(signPlan, 'sign'), act: sign },
}
