import type { Scenario } from '../../scenarios/scenarios.ts'
import { move } from '../../state/machine.ts'
import type { Advance } from '../../state/resource.ts'
import type { World } from '../../state/world.ts'
import { submitApplication } from '../kit/applications.ts'
import type { Flow } from '../kit/flow.ts'
import { omit, pick } from '../kit/params.ts'
import { show, step } from '../kit/steps.ts'
import { type Application, application, applied, patience, type Wanted } from './application.ts'
import { shown } from './shown.ts'
import { askToSign, finish, signature, signStateOf, stopSigning } from './signature.ts'

const prefix = '/v3/ecommerce/applyments'

const submit = async (params: Wanted, world: World, scenario?: Scenario) => {
  const wanted = { ...params, applyment_id: Number(world.number('2000002', 16, params.out_request_no)) }
  const data = await submitApplication(application, wanted, world, 'REJECTED', before =>
    applied(wanted, world, scenario, before))
  return pick(data, 'applyment_id', 'out_request_no')
}

type Keys = Partial<Pick<Application, 'out_request_no' | 'applyment_id'>>

/** Returns an invented application that is finished. */
function invent(params: Keys, world: World): Application {
  const {
    out_request_no = '1900000109_20260301000002', applyment_id = Number(world.number('2000002', 16, out_request_no)),
  } = params
  return {
    out_request_no, applyment_id, applyment_state: 'FINISH', organization_type: '2', merchant_shortname: '微风便利',
    account_info: { bank_account_type: '74', account_bank: '招商银行', account_name: '', account_number: '' },
    sub_mchid: '1900000118', cert_number: '', signatory: '', proxy: false, lapses: Infinity,
  }
}

const find = show(application, invent)

const query = async (params: Keys, world: World) => {
  const data = await find(params, world)
  return data && shown(data, await signStateOf(data, world))
}

const cancel = step(application, 'revoke', data => data, invent)

const revoke = async (params: Keys, world: World) => {
  const data = await cancel(params, world)
  if (data) world.remove(signature, String(data.applyment_id))
  return data && pick(data, 'applyment_id', 'out_request_no')
}

/** What an application waits for, by its state; in the state `NEED_SIGN` its signature waits. */
const waits: Partial<Record<Application['applyment_state'], Advance>> = {
  CHECKING: 'approve', ACCOUNT_NEED_VERIFY: 'confirm', AUDITING: 'approve',
}

const objections = [{ param_name: 'business_license_copy', reject_reason: '营业执照照片不清晰，请重新上传' }]

/** The platform checks the material, the merchant verifies its account, the platform decides. */
async function act(data: Application, world: World): Promise<Application> {
  const done = { ...next(data, world), lapses: world.now + patience }
  await world.save(application, done)
  if (done.audit_detail) await stopSigning(done, world)
  else await askToSign(done, world)
  const isSigned = done.applyment_state === 'NEED_SIGN' && await signStateOf(done, world) === 'SIGNED'
  return isSigned ? finish(done, world) : done
}

function next(data: Application, world: World): Application {
  const { applyment_state, verification, outcome, applyment_id } = data
  if (applyment_state === 'CHECKING') return move(application, data, verification ? 'ask' : 'pass')
  if (applyment_state === 'ACCOUNT_NEED_VERIFY') return move(application, omit(data, 'verification'), 'verify')
  if (outcome) return { ...move(application, data, outcome), audit_detail: objections }
  return { ...move(application, data, 'approve'), sub_mchid: world.number('19', 10, String(applyment_id)) }
}

/** Applications for sub-merchants: submit, query, revoke. The platform checks and decides. */
export const flow: Flow = {
  actions: {
    [`POST ${prefix}/`]: submit,
    [`POST ${prefix}/submit-account-hosting-applyment`]: submit,
    [`GET ${prefix}/{applyment_id}`]: query,
    [`GET ${prefix}/out-request-no/{out_request_no}`]: query,
    [`POST ${prefix}/{applyment_id}/revoke`]: revoke,
    [`POST ${prefix}/out-request-no/{out_request_no}/revoke`]: revoke,
  },
  otherSide: { record: application, next: ({ applyment_state }: Application) => waits[applyment_state], act },
}
