import { can, type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { submitApplication } from '../kit/applications.ts'
import { auditRejected } from '../kit/audit.ts'
import type { Action, Flow } from '../kit/flow.ts'
import type { Params } from '../kit/operation.ts'
import { pick } from '../kit/params.ts'
import { awaits, show } from '../kit/steps.ts'
import { openSettlement, settlement } from './settlement.ts'

const prefix = '/v3/applyment4sub/applyment'

/** An application as it is stored. */
type Applyment = Partial<Pick<Params<`POST ${typeof prefix}/`>, 'bank_account_info'>> & {
  business_code: string
  applyment_id: number
  applyment_state: keyof typeof messages
  sign_url?: string
  sub_mchid?: string
  audit_detail?: { field: string, field_name: string, reject_reason: string }[]
  /** Whether the platform will reject it. */
  fails?: true
}

/** An application for a sub-merchant and its states. */
const applyment: Machine<'approve' | 'reject' | 'sign', Applyment> = {
  name: 'applyment',
  label: '进件申请',
  key: ['applyment_id'],
  aliases: ['business_code'],
  state: 'applyment_state',
  transitions: {
    approve: { from: ['APPLYMENT_STATE_AUDITING'], to: 'APPLYMENT_STATE_TO_BE_SIGNED' },
    reject: { from: ['APPLYMENT_STATE_AUDITING'], to: 'APPLYMENT_STATE_REJECTED' },
    sign: { from: ['APPLYMENT_STATE_TO_BE_SIGNED'], to: 'APPLYMENT_STATE_FINISHED' },
  },
  missing: ['APPLYMENT_NOT_EXIST', '申请单不存在'],
  used: ['INVALID_REQUEST', '业务申请编号已存在，申请单审核中或已完成'],
}

const messages = {
  APPLYMENT_STATE_AUDITING: '审核中，请耐心等待 1~2 个工作日',
  APPLYMENT_STATE_TO_BE_SIGNED: '待签约，请超级管理员打开签约链接完成签约',
  APPLYMENT_STATE_REJECTED: '已驳回，请按照驳回原因修改申请资料后重新提交',
  APPLYMENT_STATE_FINISHED: '完成',
}

const submit: Action<`POST ${typeof prefix}/`> = async (params, world, scenario) => {
  const applyment_id = Number(world.number('2000002', 16, params.business_code))
  return submitApplication(applyment, { ...params, applyment_id }, world, 'APPLYMENT_STATE_REJECTED', (): Applyment => ({
    ...pick(params, 'business_code', 'bank_account_info'),
    applyment_id,
    applyment_state: 'APPLYMENT_STATE_AUDITING',
    ...scenario === auditRejected && { fails: true },
  }))
}

/** The platform approves or rejects the application, then the sub-merchant signs. */
async function act(data: Applyment, world: World): Promise<Applyment> {
  const number = String(data.applyment_id)
  if (can(applyment, data, 'sign')) {
    const sub_mchid = world.number('19', 10, number)
    const done = { ...move(applyment, data, 'sign'), sub_mchid }
    await world.save(applyment, done)
    const account = data.bank_account_info
    if (account) await openSettlement(sub_mchid, typeOf(account), account, world)
    return done
  }
  const done = data.fails
    ? { ...move(applyment, data, 'reject'), audit_detail: [rejected] }
    : { ...move(applyment, data, 'approve'), sign_url: `https://pay.weixin.qq.com/public/apply4ec_sign/s?applymentId=${number}` }
  await world.save(applyment, done)
  return done
}

const typeOf = ({ bank_account_type }: NonNullable<Applyment['bank_account_info']>) =>
  bank_account_type === 'BANK_ACCOUNT_TYPE_PERSONAL' ? 'ACCOUNT_TYPE_PRIVATE' : 'ACCOUNT_TYPE_BUSINESS'

/** Returns the application as a query shows it. */
const shown = (data: Applyment) => ({ ...data, applyment_state_msg: messages[data.applyment_state] })

const find = show(applyment, invent)

const query = async (params: Partial<Pick<Applyment, 'applyment_id' | 'business_code'>>, world: World) => {
  const data = await find(params, world)
  return data && shown(data)
}

/** Returns an invented application that is finished. */
function invent(params: Partial<Pick<Applyment, 'applyment_id' | 'business_code'>>): Applyment {
  const { business_code = '1900000109_0001', applyment_id = 2_000_002_124_775_691 } = params
  return { business_code, applyment_id, sub_mchid: '1900000118', applyment_state: 'APPLYMENT_STATE_FINISHED' }
}

const rejected = {
  field: 'subject_info.business_license_info.license_copy', field_name: '营业执照照片', reject_reason: '营业执照照片不清晰',
}

/** Applications for sub-merchants: submit, query. The platform approves, and the sub-merchant signs. */
export const flow: Flow = {
  records: [settlement],
  actions: {
    [`POST ${prefix}/`]: submit,
    [`GET ${prefix}/applyment_id/{applyment_id}`]: query,
    [`GET ${prefix}/business_code/{business_code}`]: query,
  },
  otherSide: { record: applyment, next: awaits(applyment, 'approve', 'sign'), act },
}
