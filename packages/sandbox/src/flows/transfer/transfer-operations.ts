import { refusal } from '../../replies/error-codes.ts'
import type { Scenario } from '../../scenarios/scenarios.ts'
import { move } from '../../state/machine.ts'
import type { Created, World } from '../../state/world.ts'
import { unknown } from '../kit/find.ts'
import type { Flow, OtherSide } from '../kit/flow.ts'
import { sum } from '../kit/params.ts'
import { confirmAuthorization, openidOf, proposeAuthorization } from './authorization.ts'
import { requireReport } from './report.ts'
import { transferFail } from './scenarios.ts'
import { requireAuthorized } from './sub-merchant.ts'
import {
  conclude, current, findTransfer, isConfirmable, packageOf, payOut, type Transfer, transfer, type Wanted,
} from './transfer.ts'

/** The amount from which the user's name is required, in cents. */
const nameRequiredFrom = 200_000

/** Time the user has to confirm, in milliseconds. */
const confirmationTime = 24 * 3_600_000

type FirstState = 'WAIT_USER_CONFIRM' | 'ACCEPTED'

/**
 * Creates a transfer in its first state; if the same request is repeated, returns the same transfer.
 *
 * @throws Refusal if the user's name is required and missing, or the report on the transfer incomplete
 */
function start(
  params: Wanted, state: FirstState, world: World, scenario?: Scenario,
): Promise<Created<Transfer>> {
  const amount = sum([params.transfer_amount])
  if (amount >= nameRequiredFrom && !params.user_name) {
    throw refusal(['PARAM_ERROR', '转账金额达到 2000 元时，收款用户姓名（user_name）必填'])
  }
  requireReport(params)
  return world.create(transfer, params, () => requested(params, state, world, scenario))
}

function requested(params: Wanted, state: FirstState, world: World, scenario?: Scenario): Transfer {
  return {
    mch_id: world.mchid,
    mchid: world.mchid,
    transfer_bill_no: world.number('1330000', 32, params.out_bill_no),
    ...params,
    state,
    ...state === 'WAIT_USER_CONFIRM' && { expires: world.now + confirmationTime },
    ...scenario === transferFail && { fails: true },
    create_time: world.time,
    update_time: world.time,
  }
}

/** Returns a transfer, and while the user can confirm it what the merchant's page needs to ask. */
const askable = (data: Transfer) => ({
  ...data,
  ...data.state === 'WAIT_USER_CONFIRM' && { package_info: packageOf(data) },
})

const request = async (params: Wanted, world: World, scenario?: Scenario) =>
  askable(await current((await start(params, 'WAIT_USER_CONFIRM', world, scenario)).data, world))

/** Asks the user to authorize further transfers when confirming this one. */
const requestWithAuthorization = async (params: Wanted, world: World, scenario?: Scenario) => {
  const { data, isNew } = await start(params, 'WAIT_USER_CONFIRM', world, scenario)
  return { ...askable(await current(data, world)), ...await proposeAuthorization(params, isNew, world) }
}

type Authorized = Omit<Wanted, 'openid'> & { authorization_id?: string, out_authorization_no?: string }

/** Transfers without confirmation, by an authorization in effect. */
const transferAuthorized = async (params: Authorized, world: World, scenario?: Scenario) => {
  const openid = await openidOf(params, world)
  const { data, isNew } = await start({ ...params, openid }, 'ACCEPTED', world, scenario)
  if (isNew) await payOut(data, 'settle', world)
  const { state } = data
  return { ...data, state: state === 'SUCCESS' || state === 'FAIL' ? state : 'ACCEPTED' as const }
}

type Keys = { out_bill_no?: string, transfer_bill_no?: string, sub_mchid?: string }

const query = async (params: Keys, world: World) =>
  await findTransfer(params, world) ?? unknown(world, transfer, yesterday => invent(params, yesterday))

/** Returns an invented transfer that the user confirmed. */
function invent(params: Keys, world: World): Transfer {
  const out_bill_no = params.out_bill_no ?? world.number('T', 28, params.transfer_bill_no ?? '')
  const openid = world.number('oUpF8', 28, out_bill_no)
  const wanted = { transfer_amount: 100, transfer_remark: '转账', openid, ...params, out_bill_no }
  return move(transfer, requested(wanted, 'WAIT_USER_CONFIRM', world), 'confirm')
}

const cancel = async (params: Keys, world: World) => {
  const data = await findTransfer(params, world)
  if (!data) return unknown(world, transfer, yesterday => ({ ...invent(params, yesterday), state: 'CANCELING' as const }))
  if (data.state === 'CANCELLED') return { ...data, state: data.state }
  const cancelling = { ...move(transfer, data, 'cancel'), update_time: world.time }
  await conclude(move(transfer, cancelling, 'finish'), world)
  return { ...cancelling, state: 'CANCELING' as const }
}

/** Transfers the money of a sub-merchant. */
const requestOfSubMerchant: typeof request = async (params, world, scenario) => {
  await requireAuthorized(params, world)
  return request(params, world, scenario)
}

/** An invented transfer was for a compensation. */
const queryOfSubMerchant = async (params: Keys, world: World) => {
  const data = await query(params, world)
  return data && { transfer_scene_id: '1011', ...data }
}

const direct = '/v3/fund-app/mch-transfer/transfer-bills'
const partner = '/v3/fund-app/mch-transfer/partner/transfer-bills'
const ofSubMerchant = '/v3/ecommerce/mch-transfer/transfer-bills'

const user: OtherSide<Transfer> = {
  record: transfer,
  next: (data, world) => isConfirmable(data, world) ? 'confirm' : undefined,
  async act(data, world) {
    await confirmAuthorization(data, world)
    return payOut(data, 'confirm', world)
  },
}

/** Transfers to a user's balance: request, query, cancel. The user confirms within a day, or authorized them before. */
export const flow: Flow = {
  actions: {
    [`POST ${direct}`]: request,
    [`POST ${direct}/pre-transfer-with-authorization`]: requestWithAuthorization,
    [`POST ${direct}/transfer`]: transferAuthorized,
    [`GET ${direct}/out-bill-no/{out_bill_no}`]: query,
    [`GET ${direct}/transfer-bill-no/{transfer_bill_no}`]: query,
    [`POST ${direct}/out-bill-no/{out_bill_no}/cancel`]: cancel,

    [`POST ${partner}`]: request,
    [`POST ${partner}/pre-transfer-with-authorization`]: requestWithAuthorization,
    [`POST ${partner}/transfer`]: transferAuthorized,
    [`GET ${partner}/out-bill-no/{out_bill_no}`]: query,
    [`POST ${partner}/out-bill-no/{out_bill_no}/cancel`]: cancel,

    [`POST ${ofSubMerchant}`]: requestOfSubMerchant,
    [`GET ${ofSubMerchant}/out-bill-no/{out_bill_no}`]: queryOfSubMerchant,
    [`GET ${ofSubMerchant}/transfer-bill-no/{transfer_bill_no}`]: queryOfSubMerchant,
    [`POST ${ofSubMerchant}/out-bill-no/{out_bill_no}/cancel`]: cancel,
  },
  otherSide: user,
}
