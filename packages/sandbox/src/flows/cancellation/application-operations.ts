import { refusal } from '../../replies/error-codes.ts'
import { type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { auditRejected } from '../kit/audit.ts'
import type { Action, Flow } from '../kit/flow.ts'
import type { Params } from '../kit/operation.ts'
import { awaits, show } from '../kit/steps.ts'
import { media } from '../kit/upload.ts'
import { cancelled } from './cancelled.ts'
import { blocksOf, hasMoneyLeft } from './merchant.ts'

const path = '/v3/ecommerce/account/cancel-applications'

/** An application as it is stored. */
type Application = {
  out_apply_no: string
  sub_mchid: string
  cancel_state: 'REVIEWING' | 'REJECTED' | 'CANCEL_SUCCESS'
  reject_reason?: string
  update_time: string
  /** Whether the platform will reject it. */
  fails?: true
}

/** An application to cancel a sub-merchant and its states. */
const application: Machine<'approve' | 'reject', Application> = {
  name: 'cancel-application',
  label: '注销申请',
  key: ['out_apply_no'],
  state: 'cancel_state',
  transitions: {
    approve: { from: ['REVIEWING'], to: 'CANCEL_SUCCESS' },
    reject: { from: ['REVIEWING'], to: 'REJECTED' },
  },
  missing: ['NOT_FOUND', '申请单不存在'],
  used: ['INVALID_REQUEST', '重试请求和原请求数据不一致'],
}

type Wanted = Params<`POST ${typeof path}`>

const submit: Action<`POST ${typeof path}`> = async (params, world, scenario) => {
  const { out_apply_no, sub_mchid } = params
  checkForms(params)
  if (!await world.find(application, out_apply_no)) await check(params, world)
  const { data } = await world.create(application, params, (): Application => ({
    out_apply_no, sub_mchid, cancel_state: 'REVIEWING', update_time: world.time,
    ...scenario === auditRejected && { fails: true },
  }))
  return data
}

/** @throws Refusal unless there are the forms of the platform and of the sub-merchant (official answers 4015943239) */
function checkForms({ application_info }: Wanted): void {
  const { length } = application_info
  if (length < 2) {
    throw refusal(['PARAM_ERROR', `“注销申请材料”多重性规则校验失败，此字段个数为 ${length} 个，低于最小值 2`])
  }
  const types = new Set(application_info.map(({ application_type }) => application_type))
  if (!types.has('SP_CANCEL_ACCOUNT_APPLICATION') || !types.has('SUB_CANCEL_ACCOUNT_APPLICATION')) {
    throw refusal(['INVALID_REQUEST', '“服务商注销电商子申请书”或“子商户注销电商子申请书”缺失'])
  }
}

/** @throws Refusal if the sub-merchant cannot be cancelled, still has money, or a form was not uploaded */
async function check({ sub_mchid, application_info }: Wanted, world: World): Promise<void> {
  if (await world.find(cancelled, sub_mchid)) throw refusal(cancelled.used)
  const [block] = await blocksOf(sub_mchid, world)
  if (block) throw refusal(['INVALID_REQUEST', `该商户当前不允许注销：${block.description}`])
  if (await hasMoneyLeft(sub_mchid, world)) {
    throw refusal(['INVALID_REQUEST', '该商户号账户有余额，请先提现后再申请注销'])
  }
  for (const { application_media_id } of application_info) {
    if (world.strict && !await world.find(media, application_media_id)) {
      throw refusal(['INVALID_REQUEST', `media_id 对应的图片不存在：${application_media_id}`])
    }
  }
}

/** Returns an invented application of a sub-merchant that is cancelled. */
const invent = ({ out_apply_no }: Pick<Application, 'out_apply_no'>, { time }: World): Application =>
  ({ out_apply_no, sub_mchid: '1900000110', cancel_state: 'CANCEL_SUCCESS', update_time: time })

/** The platform cancels the sub-merchant, or not. */
async function act(data: Application, world: World): Promise<Application> {
  const update_time = world.time
  if (data.fails) {
    const rejected = { ...move(application, data, 'reject'), update_time, reject_reason: '注销申请书的公章不清晰' }
    await world.save(application, rejected)
    return rejected
  }
  const approved = { ...move(application, data, 'approve'), update_time }
  await world.save(application, approved)
  await world.save(cancelled, { sub_mchid: data.sub_mchid, cancel_time: update_time })
  return approved
}

/** Applications to cancel sub-merchants without money: submit, query. The platform approves. */
export const flow: Flow = {
  actions: {
    [`POST ${path}`]: submit,
    [`GET ${path}/out-apply-no/{out_apply_no}`]: show(application, invent),
  },
  otherSide: { record: application, next: awaits(application, 'approve'), act },
}
