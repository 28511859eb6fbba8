import { type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { auditRejected } from '../kit/audit.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { pick, text } from '../kit/params.ts'
import { awaits, show } from '../kit/steps.ts'
import { settlement, settlementOf } from './applyment-operations.ts'

/** A change of a settlement account and its states. */
const change: Machine<'approve' | 'fail'> = {
  name: 'settlement-change',
  label: '结算账户修改',
  key: ['application_no'],
  state: 'verify_result',
  transitions: {
    approve: { from: ['AUDITING'], to: 'AUDIT_SUCCESS' },
    fail: { from: ['AUDITING'], to: 'AUDIT_FAIL' },
  },
  missing: ['RESOURCE_NOT_EXISTS', '修改结算账户申请单不存在'],
  used: ['INVALID_REQUEST', '修改结算账户申请单已存在'],
}

const masked = (number: string) => `${number.slice(0, 6)}${'*'.repeat(Math.max(number.length - 10, 0))}${number.slice(-4)}`

const shown = (data: JsonObject): JsonObject => ({ ...data, account_number: masked(text(data, 'account_number')) })

const query: Action = async (params, world) => {
  const data = await settlementOf(params, world)
  return shown(data ?? { ...account, verify_result: 'VERIFY_SUCCESS' })
}

/** An invented account. */
const account = { account_type: 'ACCOUNT_TYPE_BUSINESS', account_bank: '招商银行', account_number: '755900000010301' }

const modify: Action = async (params, world, scenario) => {
  await settlementOf(params, world)
  const application_no = world.number('102329389', 20, `${text(params, 'sub_mchid')}/${text(params, 'account_number')}`)
  await world.save(change, {
    ...params, application_no, verify_result: 'AUDITING',
    account_name: masked(text(params, 'account_name')),
    ...scenario === auditRejected && { fails: true },
  })
  return { application_no }
}

const application: Action = async (params, world) => {
  const data = await show(change, (_params, { time }) =>
    ({ ...account, account_name: '微*便利店', verify_result: 'AUDIT_SUCCESS', verify_finish_time: time }))(params, world)
  return data && shown(data)
}

const accountMembers = ['account_type', 'account_bank', 'bank_name', 'bank_branch_id', 'account_number']

/** The platform approves or rejects the change. */
async function act(data: JsonObject, world: World): Promise<JsonObject> {
  const finished = { verify_finish_time: world.time }
  if (data.fails === true) {
    const failed = { ...move(change, data, 'fail'), ...finished, verify_fail_reason: '银行账户户名与营业执照不一致' }
    await world.save(change, failed)
    return failed
  }
  const passed = { ...move(change, data, 'approve'), ...finished }
  await world.save(change, passed)
  await world.save(settlement, { ...pick(data, 'sub_mchid', ...accountMembers), verify_result: 'VERIFY_SUCCESS' })
  return passed
}

const prefix = '/v3/apply4sub/sub_merchants/{sub_mchid}'

/** Settlement accounts of sub-merchants: query, modify, query the change. The platform approves. */
export const flow: Flow = {
  actions: {
    [`GET ${prefix}/settlement`]: query,
    [`POST ${prefix}/modify-settlement`]: modify,
    [`GET ${prefix}/application/{application_no}`]: application,
  },
  otherSide: { record: change, next: awaits(change, 'approve'), act },
}
