import { type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { Scenario } from '../../scenarios/scenarios.ts'
import { auditRejected } from '../kit/audit.ts'
import type { Flow } from '../kit/flow.ts'
import { notify } from '../kit/notify.ts'
import type { Params } from '../kit/operation.ts'
import { pick } from '../kit/params.ts'
import { awaits, create, show } from '../kit/steps.ts'

const prefix = '/v3/payscore/partner/service-account-applications'

type Wanted = Params<`POST ${typeof prefix}`>

/** An application as it is stored. */
type Application = Wanted & {
  mchid: string
  apply_state: 'APPLYING' | 'SUCCESS' | 'REJECTED'
  reject_reason?: string
  /** Whether the platform will reject it. */
  fails?: true
}

/** An application to bind a sub-merchant to a service, and its states. */
const application: Machine<'approve' | 'reject', Application> = {
  name: 'payscore-service-account',
  label: '支付分服务号绑定',
  key: ['out_apply_no'],
  state: 'apply_state',
  transitions: {
    approve: { from: ['APPLYING'], to: 'SUCCESS' },
    reject: { from: ['APPLYING'], to: 'REJECTED' },
  },
  missing: ['RESOURCE_NOT_EXISTS', '绑定申请单不存在'],
  used: ['ALREADY_EXISTS', '商户申请绑定单号已存在，且与之前的请求参数不一致'],
}

const make = (params: Wanted, { mchid }: World, scenario?: Scenario): Application => ({
  ...params, mchid, apply_state: 'APPLYING', ...scenario === auditRejected && { fails: true },
})

/** The platform approves or rejects the application. */
async function act(data: Application, world: World): Promise<Application> {
  const done = data.fails
    ? { ...move(application, data, 'reject'), reject_reason: '资料不完整' }
    : move(application, data, 'approve')
  await world.save(application, done)
  notify(world, 'PAYSCORE.BIND_SERVICE_ACCOUNT', {
    summary: '支付分服务绑定结果',
    original_type: 'payscore',
    notify_url: data.result_notify_url ?? '',
    resource: pick(done, 'service_id', 'appid', 'mchid', 'sub_appid', 'sub_mchid', 'out_apply_no', 'apply_state',
      'reject_reason'),
  })
  return done
}

/** Applications to bind a sub-merchant to a service: apply, query. The platform approves. */
export const flow: Flow = {
  actions: {
    [`POST ${prefix}`]: create(application, make),
    [`GET ${prefix}/{out_apply_no}`]: show(application),
  },
  otherSide: { record: application, next: awaits(application, 'approve'), act },
}
