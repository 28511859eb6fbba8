import { refusal } from '../../replies/error-codes.ts'
import { type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { auditRejected } from '../kit/audit.ts'
import type { Action, Flow } from '../kit/flow.ts'
import type { Params } from '../kit/operation.ts'
import { awaits, show } from '../kit/steps.ts'

const path = '/v3/merchant-settlement/merchant-settle-rule-applications'

/** A change as it is stored. */
type Change = Params<`POST ${typeof path}`> & {
  application_id: string
  application_state: keyof typeof descriptions
  application_process_info: string
  update_time: string
  /** Whether the platform will reject it. */
  fails?: true
}

const descriptions = {
  PROCESSING: '处理中，请稍后查询',
  PASSED: '结算规则修改成功，次日 0 点生效',
  FAILED: '结算规则与商户的行业不符',
}

/** A change of a settlement rule and its states. */
const change: Machine<'approve' | 'reject', Change> = {
  name: 'settle-rule-change',
  label: '结算规则修改',
  key: ['application_id'],
  state: 'application_state',
  transitions: {
    approve: { from: ['PROCESSING'], to: 'PASSED' },
    reject: { from: ['PROCESSING'], to: 'FAILED' },
  },
  missing: ['INVALID_REQUEST', '申请单不存在'],
  used: ['INVALID_REQUEST', '申请单已存在'],
}

/** A sub-merchant's rule changes once a day (official page 4012697924). */
const apply: Action<`POST ${typeof path}`> = async (params, world, scenario) => {
  const { acquiring_bank_id, sub_mchid, settle_rule_id } = params
  if (acquiring_bank_id !== world.mchid) {
    throw refusal(['INVALID_REQUEST', '传入的渠道商号不属于贵司，请检查后重新输入'])
  }
  const today = world.time.slice(0, 10)
  const decided = (await world.list(change)).filter(({ application_state, ...other }) =>
    application_state !== 'PROCESSING' && other.sub_mchid === sub_mchid && other.update_time.startsWith(today))
  if (decided.some(({ application_state }) => application_state === 'PASSED')) {
    throw refusal(['INVALID_REQUEST', '该商户今天已修改过结算规则，请明天再试'])
  }
  const application_id = world.number('2000', 11, `${sub_mchid}/${settle_rule_id}/${today}/${decided.length}`)
  const { data } = await world.create(change, { ...params, application_id }, (): Change => ({
    ...params,
    application_id,
    application_state: 'PROCESSING',
    application_process_info: descriptions.PROCESSING,
    update_time: world.time,
    ...scenario === auditRejected && { fails: true },
  }))
  return data
}

type Query = Params<`GET ${typeof path}/{application_id}`>

/** Returns an invented change that passed. */
const invent = ({ application_id }: Query, { mchid, time }: World): Change => ({
  application_id, acquiring_bank_id: mchid, channel_id: '20001111', sub_mchid: '1900000110', settle_rule_id: 760,
  application_state: 'PASSED', application_process_info: descriptions.PASSED, update_time: time,
})

/** The platform changes the rule, or not. */
async function act(data: Change, world: World): Promise<Change> {
  const moved = move(change, data, data.fails ? 'reject' : 'approve')
  const application_process_info = descriptions[moved.application_state]
  const done = { ...moved, application_process_info, update_time: world.time }
  await world.save(change, done)
  return done
}

/** Changes of settlement rules: apply, query. The platform approves. */
export const flow: Flow = {
  actions: {
    [`POST ${path}`]: apply,
    [`GET ${path}/{application_id}`]: show(change, invent),
  },
  otherSide: { record: change, next: awaits(change, 'approve'), act },
}
