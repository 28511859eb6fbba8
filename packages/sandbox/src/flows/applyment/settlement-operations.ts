import { type Machine, move } from '../../state/machine.ts'
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

const masked = (number: string) => `${number.slice(0, 6)}${'*'.repeat(Math.max(number.length - 10, 0))}${number.slice(-4)}`

const shown = <Data extends { account_number: string }>(data: Data) =>
  ({ ...data, account_number: masked(data.account_number) })

const query: Action<`GET ${typeof prefix}/settlement`> = async (params, world) =>
  shown<Omit<Settlement, 'sub_mchid'>>(await settlementOf(params, world) ?? { ...account, verify_result: 'VERIFY_SUCCESS' })

/** An invented account. */
const account = { account_type: 'ACCOUNT_TYPE_BUSINESS', account_bank: '招商银行', account_number: '755900000010301' } as const

const modify: Action<`POST ${typeof prefix}/modify-settlement`> = async (params, world, scenario) => {
  await settlementOf(params, world)
  const application_no = world.number('102329389', 20, `${params.sub_mchid}/${params.account_number}`)
  await world.save(change, {
    ...params, application_no, verify_result: 'AUDITING',
    account_name: masked(params.account_name ?? ''),
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
  return data && shown(data)
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
