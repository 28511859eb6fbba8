import { refusal } from '../../replies/error-codes.ts'
import type { Scenario } from '../../scenarios/scenarios.ts'
import { move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { withdrawFail, withdrawReturned } from '../fund/scenarios.ts'
import { auditRejected } from '../kit/audit.ts'
import { find, unknown } from '../kit/find.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { pick } from '../kit/params.ts'
import { show } from '../kit/steps.ts'
import { balancesOf } from './merchant.ts'
import { act, nextOf } from './steps.ts'
import { type Cancellation, cancellation, patience, shown, type Wanted } from './withdrawal.ts'

const path = '/v3/ecommerce/account/apply-cancel-withdraw'

const submit: Action<`POST ${typeof path}`> = async (params, world, scenario) => {
  check(params)
  const account_info = await balancesOf(params.sub_mchid, world)
  const { data } = await world.create(cancellation, params, () =>
    accepted(params, world, account_info, scenario))
  return pick(data, 'applyment_id', 'out_request_no')
}

/** @throws Refusal if the bank account of a withdrawal, or its owner, is missing */
function check({ withdraw, payee_info }: Wanted): void {
  if (withdraw === 'APPLY_WITHDRAW' && !payee_info) throw refusal(['PARAM_ERROR', '申请提现须传 payee_info'])
  if (payee_info?.account_type === 'ACCOUNT_TYPE_PERSONAL' && !payee_info.identity_info) {
    throw refusal(['PARAM_ERROR', '对私银行账户须传 identity_info'])
  }
}

const accepted = (
  params: Pick<Wanted, 'sub_mchid' | 'out_request_no' | 'withdraw'>, world: World,
  account_info: Cancellation['account_info'], scenario?: Scenario,
): Cancellation => ({
  ...pick(params, 'sub_mchid', 'out_request_no'),
  withdraw: params.withdraw ?? 'NOT_APPLY_WITHDRAW',
  account_info,
  applyment_id: world.number('X', 18, params.out_request_no),
  cancel_state: 'ACCEPTED',
  modify_time: world.time,
  lapses: world.now + patience,
  ...scenario === auditRejected && { fails: true },
  ...scenario === withdrawFail && { failure: 'PAY_FAIL' },
  ...scenario === withdrawReturned && { failure: 'BANK_REFUNDED' },
})

type Keys = { out_request_no?: string, applyment_id?: string }

/** Returns an invented cancellation that is finished. */
const invent = ({ out_request_no = 'P202603120001', applyment_id }: Keys, world: World): Cancellation => ({
  ...accepted({ sub_mchid: '1900000110', out_request_no }, world, []),
  ...applyment_id !== undefined && { applyment_id },
  cancel_state: 'FINISH',
})

const findOrInvent = show(cancellation, invent)

const query = async (params: Keys, world: World) => {
  const data = await findOrInvent(params, world)
  return data && shown(data, world)
}

/** The states before the merchant confirms, and those without a confirmation. */
const unconfirmed: Cancellation['cancel_state'][] = [
  'ACCEPTED', 'REVIEWING', 'REJECTED', 'WAITING_MERCHANT_CONFIRM', 'REVOKED',
]

/** The platform confirms for its merchant; it may repeat that. */
const confirm: Action<`POST ${typeof path}/confirm`> = async (params, world) => {
  if (params.applyment_id === undefined && params.out_request_no === undefined) {
    throw refusal(['PARAM_ERROR', 'applyment_id 与 out_request_no 须传一个'])
  }
  const data = await find(cancellation, params, world)
  if (!data) return unknown(world, cancellation, () => pick(params, 'applyment_id', 'out_request_no', 'sub_mchid'))
  if (unconfirmed.includes(data.cancel_state)) {
    await world.save(cancellation, { ...move(cancellation, data, 'confirm'), modify_time: world.time })
  }
  return pick(data, 'applyment_id', 'out_request_no', 'sub_mchid')
}

/** Cancellations with a withdrawal: submit, confirm, query. The platform reviews and cancels, the bank pays. */
export const flow: Flow = {
  actions: {
    [`POST ${path}`]: submit,
    [`POST ${path}/confirm`]: confirm,
    [`GET ${path}/out-request-no/{out_request_no}`]: query,
    [`GET ${path}/applyment-id/{applyment_id}`]: query,
  },
  otherSide: { record: cancellation, next: nextOf, act },
}
