import { type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { auditRejected } from '../kit/audit.ts'
import type { Action, Actions, Flow } from '../kit/flow.ts'
import { pick, text } from '../kit/params.ts'
import { awaits, show, step } from '../kit/steps.ts'

/** An application for payments on web pages, or for more domains, and its states. */
const application: Machine<'approve' | 'reject' | 'edit'> = {
  name: 'h5-permission',
  label: 'H5 权限申请',
  key: ['applyment_id'],
  state: 'applyment_state',
  transitions: {
    approve: { from: ['UNDER_REVIEW'], to: 'APPROVED' },
    reject: { from: ['UNDER_REVIEW'], to: 'REJECTED' },
    edit: { from: ['REJECTED'], to: 'UNDER_REVIEW' },
  },
  refusals: {
    UNDER_REVIEW: ['INVALID_REQUEST', '申请单审核中，不能修改'],
    APPROVED: ['INVALID_REQUEST', '申请单已通过，不能修改'],
  },
  missing: ['RESOURCE_NOT_EXISTS', '申请单不存在'],
  used: ['INVALID_REQUEST', '申请单已存在'],
}

const create: Action = async (params, world, scenario) => {
  const number = text(params, 'out_applyment_id') || `${text(params, 'sub_mchid')}/${text(params, 'website_url')}`
  const applyment_id = Number(world.number('2000', 16, number))
  const { data } = await world.create(application, { ...params, applyment_id }, () => ({
    transaction_limit_type: 'NORMAL_LIMIT',
    website_state: 'HAS_LAUNCHED',
    applyment_type: 'APPLY_FOR_PAYMENT_AUTHORITY',
    ...params,
    webiste_url: params.website_url ?? null,
    applyment_id,
    applyment_state: 'UNDER_REVIEW',
    ...scenario === auditRejected && { fails: true },
  }))
  return data
}

const edit = step(application, 'edit', (data, params) =>
  ({ ...data, ...params, applyment_id: data.applyment_id ?? null, fails: null, audit_reject_detail: null }))

const notifiedMembers = [
  'sub_mchid', 'website_state', 'domains', 'website_url', 'website_business_page_pics', 'website_homepage_pics',
  'applyment_id', 'applyment_state', 'notify_url', 'out_applyment_id',
]

/** The platform approves or rejects the application. */
async function act(data: JsonObject, world: World): Promise<JsonObject> {
  if (data.fails === true) {
    const rejected = { ...move(application, data, 'reject'), audit_reject_detail: '网站无法访问' }
    await world.save(application, rejected)
    return rejected
  }
  const approved = move(application, data, 'approve')
  await world.save(application, approved)
  world.notify({
    event_type: 'APPLYMENT_STATE.APPROVED',
    summary: '申请单审核通过',
    original_type: 'applyment',
    notify_url: text(data, 'notify_url'),
    resource: pick(approved, ...notifiedMembers),
  })
  return approved
}

const actionsAt = (prefix: string): Actions => ({
  [`POST ${prefix}`]: create,
  [`GET ${prefix}/{applyment_id}`]: show(application),
  [`PATCH ${prefix}/{applyment_id}`]: edit,
})

const prefix = '/v3/global/merchant/h5/permission'

/** Applications for payments on web pages: create, query, edit. The platform approves. */
export const flow: Flow = {
  actions: [`${prefix}/applications`, `${prefix}/domain/applications`].map(actionsAt),
  otherSide: { record: application, next: awaits(application, 'approve'), act },
}
