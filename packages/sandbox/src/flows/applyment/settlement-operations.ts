import { refusal } from '../../replies/error-codes.ts'
import { can, type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { auditRejected } from '../kit/audit.ts'
import type { Action, Flow } from '../kit/flow.ts'
import type { Params } from '../kit/operation.ts'
import { pick } from '../kit/params.ts'
import { awaits, show } from '../kit/steps.ts'
import { type Settlement, settlement, settlementOf } from './settlement.ts'

const prefix = '/v3/apply4sub/sub_merchants/{sub_mchid}'

/** A change as it is stored. */
type Change = Omit<Settlement, 'verify_result'> & {
  application_no: string
  account_name: string
  verify_result: 'AUDITING' | 'AUDIT_SUCCESS' | 'AUDIT_FAIL'
  verify_finish_time?: string
  verify_fail_reason?: string
  /** Whether the platform will reject it. */
  fails?: true
}

/** A change of a settlement account and its states. */
const change: Machine<'approve' | 'fail', Change> = {
  name: 'settlement-change',
  label: '结算账户修改',
  key: ['application_no'],
  state: 'verify_result',
  transitions: {
    approve: { from: ['AUDITING'], to: 'AUDIT_SUCCESS' },
    fail: { from: ['AUDITING'], to: 'AUDIT_FAIL' },
  },
  missing: ['ORDER_NOT_EXIST', '修改结算账户申请单不存在'],
  used: ['INVALID_REQUEST', '修改结算账户申请单已存在'],
}

type Rule = Params<`GET ${typeof prefix}/settlement`>['account_number_rule']

/** Returns the number with only its first and last digits, by the rule of the request. */
function masked(number: string, rule: Rule = 'ACCOUNT_NUMBER_RULE_MASK_V1'): string {
  const [first, last] = rule === 'ACCOUNT_NUMBER_RULE_MASK_V1' ? [2, 2] : [6, 4]
  return `${number.slice(0, first)}${'*'.repeat(Math.max(number.length - first - last, 0))}${number.slice(-last)}`
}

const shown = <Data extends { account_number: string }>(data: Data, rule?: Rule) =>
  ({ ...data, account_number: masked(data.account_number, rule) })

const query: Action<`GET ${typeof prefix}/settlement`> = async (params, world) => {
  const known = await settlementOf(params, world) ?? { ...account, verify_result: 'VERIFY_SUCCESS' as const }
  return shown<Omit<Settlement, 'sub_mchid'>>(known, params.account_number_rule)
}

/** An invented account. */
const account = { account_type: 'ACCOUNT_TYPE_BUSINESS', account_bank: '招商银行', account_number: '755900000010301' } as const

const modify: Action<`POST ${typeof prefix}/modify-settlement`> = async (params, world, scenario) => {
  await settlementOf(params, world)
  const { sub_mchid, account_number, account_name = '' } = params
  const application_no = world.number('102329389', 20, `${sub_mchid}/${account_number}`)
  const changes = await world.list(change)
  if (changes.some(other => other.sub_mchid === sub_mchid && can(change, other, 'approve'))) {
    throw refusal(['INVALID_REQUEST', '结算账户的修改正在审核，审核完才能再次提交'])
  }
  await world.save(change, {
    ...params, application_no, verify_result: 'AUDITING',
    account_name: account_name.slice(0, 1).padEnd(account_name.length, '*'),
    ...scenario === auditRejected && { fails: true },
  })
  return { application_no }
}

type Query = Params<`GET ${typeof prefix}/application/{application_no}`>

const find = show(change, ({ sub_mchid, application_no }: Query, { time }): Change => ({
  ...account, sub_mchid, application_no, account_name: '微*便利店', verify_result: 'AUDIT_SUCCESS', verify_finish_time: time,
}))

const application = async (params: Query, world: World) => {
  const data = await find(params, world)
  return data && shown(data, params.account_number_rule)
}

/** The platform approves or rejects the change. */
async function act(data: Change, world: World): Promise<Change> {
  const finished = { verify_finish_time: world.time }
  if (data.fails) {
    const failed = { ...move(change, data, 'fail'), ...finished, verify_fail_reason: '银行账户户名与营业执照不一致' }
    await world.save(change, failed)
    return failed
  }
  const passed = { ...move(change, data, 'approve'), ...finished }
  await world.save(change, passed)
  const members = pick(data, 'sub_mchid', 'account_type', 'account_bank', 'bank_name', 'bank_branch_id', 'account_number')
  await world.save(settlement, { ...members, verify_result: 'VERIFY_SUCCESS' })
  return passed
}

/** Settlement accounts of sub-merchants: query, modify, query the change. The platform approves. */
export const flow: Flow = {
  actions: {
    [`GET ${prefix}/settlement`]: query,
    [`POST ${prefix}/modify-settlement`]: modify,
    [`GET ${prefix}/application/{application_no}`]: application,
  },
  otherSide: { record: change, next: awaits(change, 'approve'), act },
}
