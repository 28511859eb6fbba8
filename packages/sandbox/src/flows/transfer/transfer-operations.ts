import { refusal } from '../../replies/error-codes.ts'
import type { Scenario } from '../../scenarios/scenarios.ts'
import { move } from '../../state/machine.ts'
import type { Created, World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { unknown } from '../kit/find.ts'
import type { Action, Actions, Flow } from '../kit/flow.ts'
import { sum, text } from '../kit/params.ts'
import { confirmAuthorization, openidOf, proposeAuthorization } from './authorization.ts'
import { transferFail } from './scenarios.ts'
import { conclude, current, findTransfer, isConfirmable, payOut, transfer } from './transfer.ts'

/** The amount from which the user's name is required, in cents. */
const nameRequiredFrom = 200_000

/** Time the user has to confirm, in milliseconds. */
const confirmationTime = 24 * 3_600_000

/**
 * Creates a transfer in its first state; if the same request is repeated, returns the same transfer.
 *
 * @throws Refusal if the user's name is required and missing
 */
function start(
  params: JsonObject, state: 'WAIT_USER_CONFIRM' | 'ACCEPTED', world: World, scenario?: Scenario,
): Promise<Created> {
  const amount = sum([Number(params.transfer_amount)])
  if (amount >= nameRequiredFrom && !text(params, 'user_name')) {
    throw refusal(['PARAM_ERROR', '转账金额达到 2000 元时，收款用户姓名（user_name）必填'])
  }
  return world.create(transfer, params, () => requested(params, state, world, scenario))
}

function requested(params: JsonObject, state: string, world: World, scenario?: Scenario): JsonObject {
  const number = text(params, 'out_bill_no')
  return {
    mch_id: world.mchid,
    mchid: world.mchid,
    transfer_bill_no: world.number('1330000', 32, number),
    ...params,
    state,
    ...state === 'WAIT_USER_CONFIRM' && { package_info: `affffddafdfafddffda==${number}`, expires: world.now + confirmationTime },
    ...scenario === transferFail && { fails: true },
    create_time: world.time,
    update_time: world.time,
  }
}

const request: Action = async (params, world, scenario) =>
  current((await start(params, 'WAIT_USER_CONFIRM', world, scenario)).data, world)

/** Asks the user to authorize further transfers when confirming this one. */
const requestWithAuthorization: Action = async (params, world, scenario) => {
  const { data, isNew } = await start(params, 'WAIT_USER_CONFIRM', world, scenario)
  return { ...await current(data, world), ...await proposeAuthorization(params, isNew, world) }
}

/** Transfers without confirmation, by an authorization in effect. */
const transferAuthorized: Action = async (params, world, scenario) => {
  const openid = await openidOf(params, world)
  const { data, isNew } = await start(params, 'ACCEPTED', world, scenario)
  if (!isNew) return data
  await payOut({ ...data, openid }, 'settle', world)
  return { ...data, openid }
}

const query: Action = async (params, world) =>
  await findTransfer(params, world) ?? unknown(world, transfer, yesterday => invent(params, yesterday))

/** Returns an invented transfer that the user confirmed. */
function invent(params: JsonObject, world: World): JsonObject {
  const out_bill_no = text(params, 'out_bill_no') || world.number('T', 28, text(params, 'transfer_bill_no'))
  const made = requested({ out_bill_no, transfer_amount: 100, ...params }, 'WAIT_USER_CONFIRM', world)
  return { ...move(transfer, made, 'confirm'), openid: world.number('oUpF8', 28, out_bill_no), package_info: null }
}

const cancel: Action = async (params, world) => {
  const data = await findTransfer(params, world)
  if (!data) return unknown(world, transfer, yesterday => ({ ...invent(params, yesterday), state: 'CANCELING' }))
  if (data.state === 'CANCELLED') return data
  const cancelling = { ...move(transfer, data, 'cancel'), update_time: world.time }
  await conclude(move(transfer, cancelling, 'finish'), world)
  return cancelling
}

const actionsAt = (prefix: string): Actions => ({
  [`POST ${prefix}`]: request,
  [`POST ${prefix}/pre-transfer-with-authorization`]: requestWithAuthorization,
  [`POST ${prefix}/transfer`]: transferAuthorized,
  [`GET ${prefix}/out-bill-no/{out_bill_no}`]: query,
  [`POST ${prefix}/out-bill-no/{out_bill_no}/cancel`]: cancel,
})

const prefix = '/v3/fund-app/mch-transfer'

/** Transfers to a user's balance: request, query, cancel. The user confirms within a day, or authorized them before. */
export const flow: Flow = {
  actions: [
    actionsAt(`${prefix}/transfer-bills`),
    { [`GET ${prefix}/transfer-bills/transfer-bill-no/{transfer_bill_no}`]: query },
    actionsAt(`${prefix}/partner/transfer-bills`),
  ],
  otherSide: {
    record: transfer,
    next: (data, world) => isConfirmable(data, world) ? 'confirm' : undefined,
    async act(data, world) {
      await confirmAuthorization(data, world)
      return payOut(data, 'confirm', world)
    },
  },
}
