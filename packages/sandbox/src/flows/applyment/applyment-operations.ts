import { refusal } from '../../replies/error-codes.ts'
import { can, type Machine, move } from '../../state/machine.ts'
import type { RecordType } from '../../state/record-type.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { auditRejected } from '../kit/audit.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { object, pick, text } from '../kit/params.ts'
import { awaits, type Make, show } from '../kit/steps.ts'

/** An application for a sub-merchant and its states. */
const applyment: Machine<'approve' | 'reject' | 'sign'> = {
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
  missing: ['RESOURCE_NOT_EXISTS', '申请单不存在'],
  used: ['INVALID_REQUEST', '业务申请编号已存在，申请单审核中或已完成'],
}

const messages: Record<string, string> = {
  APPLYMENT_STATE_AUDITING: '审核中，请耐心等待 1~2 个工作日',
  APPLYMENT_STATE_TO_BE_SIGNED: '待签约，请超级管理员打开签约链接完成签约',
  APPLYMENT_STATE_REJECTED: '已驳回，请按照驳回原因修改申请资料后重新提交',
  APPLYMENT_STATE_FINISHED: '完成',
}

/** The settlement account of an approved sub-merchant. */
export const settlement: RecordType = {
  name: 'settlement',
  label: '结算账户',
  key: ['sub_mchid'],
  state: 'verify_result',
  missing: ['RESOURCE_NOT_EXISTS', '特约商户不存在，或不是当前服务商的特约商户'],
  used: ['INVALID_REQUEST', '结算账户已存在'],
}

/** Creates an application. A rejected one may be submitted again under its number. */
const submit: Action = async (params, world, scenario) => {
  const applyment_id = Number(world.number('2000002', 16, text(params, 'business_code')))
  const known = await world.find(applyment, String(applyment_id))
  if (known?.applyment_state === 'APPLYMENT_STATE_REJECTED') world.remove(applyment, String(applyment_id))
  const { data } = await world.create(applyment, { ...params, applyment_id }, () => withMessage({
    ...pick(params, 'business_code', 'bank_account_info'),
    applyment_id,
    applyment_state: 'APPLYMENT_STATE_AUDITING',
    ...scenario === auditRejected && { fails: true },
  }))
  return data
}

const withMessage = (data: JsonObject): JsonObject =>
  ({ ...data, applyment_state_msg: messages[text(data, 'applyment_state')] ?? '' })

/** The platform approves or rejects the application, then the sub-merchant signs. */
async function act(data: JsonObject, world: World): Promise<JsonObject> {
  const number = String(data.applyment_id)
  const done = withMessage(can(applyment, data, 'sign')
    ? { ...move(applyment, data, 'sign'), sub_mchid: world.number('19', 10, number) }
    : data.fails === true
      ? { ...move(applyment, data, 'reject'), audit_detail: [rejected] }
      : { ...move(applyment, data, 'approve'), sign_url: `https://pay.weixin.qq.com/public/apply4ec_sign/s?applymentId=${number}` })
  await world.save(applyment, done)
  if (done.sub_mchid) await world.save(settlement, accountOf(done))
  return done
}

/** Returns an invented application that is finished. */
const invent: Make = (params) => {
  const { business_code = '1900000109_0001' } = params
  const applyment_id = Number(params.applyment_id) || 2_000_002_124_775_691
  const data = { business_code, applyment_id, sub_mchid: '1900000118', applyment_state: 'APPLYMENT_STATE_FINISHED' }
  return withMessage(data)
}

const rejected = {
  field: 'subject_info.business_license_info.license_copy', field_name: '营业执照照片', reject_reason: '营业执照照片不清晰',
}

function accountOf(data: JsonObject): JsonObject {
  const account = object(data, 'bank_account_info')
  const type = account.bank_account_type === 'BANK_ACCOUNT_TYPE_PERSONAL' ? 'PRIVATE' : 'BUSINESS'
  return {
    ...pick(data, 'sub_mchid'),
    account_type: `ACCOUNT_TYPE_${type}`,
    ...pick(account, 'account_bank', 'bank_name', 'bank_branch_id', 'account_number'),
    verify_result: 'VERIFY_SUCCESS',
  }
}

/** @throws Refusal if the sandbox is strict and has not approved a sub-merchant of that number */
export async function settlementOf(params: JsonObject, world: World): Promise<JsonObject | undefined> {
  const data = await world.find(settlement, text(params, 'sub_mchid'))
  if (!data && world.strict) throw refusal(settlement.missing)
  return data
}

const prefix = '/v3/applyment4sub/applyment'

/** Applications for sub-merchants: submit, query. The platform approves, and the sub-merchant signs. */
export const flow: Flow = {
  records: [settlement],
  actions: {
    [`POST ${prefix}/`]: submit,
    [`GET ${prefix}/applyment_id/{applyment_id}`]: show(applyment, invent),
    [`GET ${prefix}/business_code/{business_code}`]: show(applyment, invent),
  },
  otherSide: { record: applyment, next: awaits(applyment, 'approve', 'sign'), act },
}
