import type { Scenario } from '../../scenarios/scenarios.ts'
import { type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { auditRejected } from '../kit/audit.ts'
import type { Flow } from '../kit/flow.ts'
import { notify } from '../kit/notify.ts'
import type { Params } from '../kit/operation.ts'
import { omit, pick } from '../kit/params.ts'
import { awaits, show, step } from '../kit/steps.ts'

const payments = '/v3/global/merchant/h5/permission/applications'
const domains = '/v3/global/merchant/h5/permission/domain/applications'

type Wanted = Params<`POST ${typeof payments}` | `POST ${typeof domains}`>

/** An application as it is stored. */
type Application = Wanted & {
  sub_mchid: string
  transaction_limit_type: NonNullable<Wanted['transaction_limit_type']>
  website_state: NonNullable<Wanted['website_state']>
  applyment_type: NonNullable<Wanted['applyment_type']>
  /** The `website_url`; the API's own spelling. */
  webiste_url: string
  /** Empty if it is an application for payments. */
  out_applyment_id: string
  applyment_id: number
  applyment_state: 'UNDER_REVIEW' | 'APPROVED' | 'REJECTED'
  audit_reject_detail?: string
  /** Whether the platform will reject it. */
  fails?: true
}

/** An application for payments on web pages, or for more domains, and its states. */
const application: Machine<'approve' | 'reject' | 'edit', Application> = {
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

const create = async (params: Wanted, world: World, scenario?: Scenario) => {
  const { sub_mchid = '', out_applyment_id = '', website_url } = params
  const applyment_id = Number(world.number('2000', 16, out_applyment_id || `${sub_mchid}/${website_url}`))
  const { data } = await world.create(application, { ...params, applyment_id }, (): Application => ({
    transaction_limit_type: 'NORMAL_LIMIT',
    website_state: 'HAS_LAUNCHED',
    applyment_type: 'APPLY_FOR_PAYMENT_AUTHORITY',
    ...params,
    sub_mchid,
    out_applyment_id,
    webiste_url: website_url,
    applyment_id,
    applyment_state: 'UNDER_REVIEW',
    ...scenario === auditRejected && { fails: true },
  }))
  return data
}

const edit = step(application, 'edit', (data, params: Partial<Wanted>) => {
  const { applyment_id, website_url: before } = data
  const { website_url = before } = params
  return { ...omit(data, 'fails', 'audit_reject_detail'), ...params, applyment_id, website_url, webiste_url: website_url }
})

/** The platform approves or rejects the application. */
async function act(data: Application, world: World): Promise<Application> {
  if (data.fails) {
    const rejected = { ...move(application, data, 'reject'), audit_reject_detail: '网站无法访问' }
    await world.save(application, rejected)
    return rejected
  }
  const approved = move(application, data, 'approve')
  await world.save(application, approved)
  const { out_applyment_id } = approved
  notify(world, 'APPLYMENT_STATE.APPROVED', {
    summary: '申请单审核通过',
    original_type: 'applyment',
    notify_url: data.notify_url ?? '',
    resource: {
      ...pick(approved, 'sub_mchid', 'website_state', 'domains', 'website_url', 'website_business_page_pics',
        'website_homepage_pics', 'applyment_id', 'applyment_state', 'notify_url'),
      ...out_applyment_id && { out_applyment_id },
    },
  })
  return approved
}

/** Applications for payments on web pages: create, query, edit. The platform approves. */
export const flow: Flow = {
  actions: {
    [`POST ${payments}`]: create,
    [`GET ${payments}/{applyment_id}`]: show(application),
    [`PATCH ${payments}/{applyment_id}`]: edit,
    [`POST ${domains}`]: create,
    [`GET ${domains}/{applyment_id}`]: show(application),
    [`PATCH ${domains}/{applyment_id}`]: edit,
  },
  otherSide: { record: application, next: awaits(application, 'approve'), act },
}
