import { refusal } from '../../replies/error-codes.ts'
import type { Scenario } from '../../scenarios/scenarios.ts'
import { move } from '../../state/machine.ts'
import type { Advance } from '../../state/resource.ts'
import type { World } from '../../state/world.ts'
import { auditFrozen, auditRejected } from '../kit/audit.ts'
import { pixel } from '../kit/file-reply.ts'
import { find, unknown } from '../kit/find.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { show } from '../kit/steps.ts'
import { type Application, application, verifies, type Wanted } from './application.ts'
import { authorization } from './authorization.ts'

const path = '/v3/apply4subject/applyment'

const submit: Action<`POST ${typeof path}`> = async (params, world, scenario) => {
  const applyment_id = Number(world.number('2000003', 16, params.business_code))
  const { data } = await world.create(application, { ...params, applyment_id }, () =>
    applied({ ...params, applyment_id }, scenario))
  return { applyment_id: data.applyment_id }
}

const applied = (params: Wanted & { applyment_id: number }, scenario?: Scenario): Application => ({
  applyment_id: params.applyment_id,
  business_code: params.business_code,
  applyment_state: 'APPLYMENT_STATE_WAITTING_FOR_AUDIT',
  confirm_mchid_list: params.addition_info?.confirm_mchid_list ?? [],
  verifies: verifies(params),
  ...scenario === auditRejected && { outcome: 'reject' },
  ...scenario === auditFrozen && { outcome: 'freeze' },
})

type Keys = { applyment_id?: number, business_code?: string }

/** Returns an invented application that passed. */
const invent = ({ applyment_id = 2_000_003_124_775_691, business_code = '1900000109_1' }: Keys): Application => ({
  applyment_id, business_code, applyment_state: 'APPLYMENT_STATE_PASSED', confirm_mchid_list: [], verifies: false,
})

/** The states in which the contact, or the legal person, scans a code. */
const scannable: Application['applyment_state'][] = [
  'APPLYMENT_STATE_WAITTING_FOR_CONFIRM_CONTACT', 'APPLYMENT_STATE_WAITTING_FOR_CONFIRM_LEGALPERSON',
  'APPLYMENT_STATE_PASSED', 'APPLYMENT_STATE_FREEZED',
]

const findOrInvent = show(application, invent)

const query: Action<`GET ${typeof path}`> = async (params, world) => {
  if (params.applyment_id === undefined && params.business_code === undefined) {
    throw refusal(['PARAM_ERROR', 'applyment_id 与 business_code 须传一个'])
  }
  const data = await findOrInvent(params, world)
  if (!data) return undefined
  const { applyment_state, reject_param, reject_reason } = data
  const isRejected = applyment_state === 'APPLYMENT_STATE_REJECTED' || applyment_state === 'APPLYMENT_STATE_FREEZED'
  return {
    applyment_state,
    ...scannable.includes(applyment_state) && { qrcode_data: pixel },
    ...isRejected && reject_param !== undefined && { reject_param },
    ...isRejected && reject_reason !== undefined && { reject_reason },
  }
}

/** Cancels the application of a number; the address takes either of its numbers. */
const cancel = async (params: { applyment_id?: string, business_code?: string }, world: World) => {
  const number = params.applyment_id ?? params.business_code ?? ''
  const data = await find(application, { applyment_id: number }, world)
    ?? await find(application, { business_code: number }, world)
  if (!data) return unknown(world, application)
  await world.save(application, move(application, data, 'cancel'))
  return {}
}

/** What an application waits for, by its state. */
const waits: Partial<Record<Application['applyment_state'], Advance>> = {
  APPLYMENT_STATE_WAITTING_FOR_AUDIT: 'approve',
  APPLYMENT_STATE_WAITTING_FOR_CONFIRM_CONTACT: 'confirm',
  APPLYMENT_STATE_WAITTING_FOR_CONFIRM_LEGALPERSON: 'confirm',
}

const objection = { reject_param: 'licence_copy', reject_reason: '营业执照照片不清晰' }

/**
 * The platform decides, the contact confirms, the legal person or a transfer verifies the account. By confirming, the
 * contact authorizes the listed merchants (official guide 4012064824, 3.2 and 3.5).
 */
async function act(data: Application, world: World): Promise<Application> {
  const done = next(data)
  await world.save(application, done)
  if (data.applyment_state === 'APPLYMENT_STATE_WAITTING_FOR_CONFIRM_CONTACT') {
    for (const sub_mchid of done.confirm_mchid_list) {
      await world.save(authorization, { sub_mchid, authorize_state: 'AUTHORIZE_STATE_AUTHORIZED' })
    }
  }
  return done
}

function next(data: Application): Application {
  const { applyment_state, outcome } = data
  if (applyment_state === 'APPLYMENT_STATE_WAITTING_FOR_AUDIT') {
    return outcome ? { ...move(application, data, outcome), ...objection } : move(application, data, 'approve')
  }
  const isContact = applyment_state === 'APPLYMENT_STATE_WAITTING_FOR_CONFIRM_CONTACT'
  return move(application, data, isContact && data.verifies ? 'ask' : 'pass')
}

/** Applications to confirm merchants: submit, query, cancel. The platform decides, the contact confirms. */
export const flow: Flow = {
  actions: {
    [`POST ${path}`]: submit,
    [`GET ${path}`]: query,
    [`POST ${path}/{applyment_id}/cancel`]: cancel,
    [`POST ${path}/{business_code}/cancel`]: cancel,
  },
  otherSide: { record: application, next: ({ applyment_state }: Application) => waits[applyment_state], act },
}
