import { failure } from '../engine/errors.ts'
import type { JsonObject } from '../engine/types.ts'
import { can, type Kind, move } from '../state/kind.ts'
import type { World } from '../state/world.ts'
import type { Action, Flow } from './flow.ts'
import { locate, pick, sum, text, unknown } from './params.ts'

/** From this amount on, in cents, the user's name must be given. */
const nameFrom = 200_000

/** How long the user has to confirm, in milliseconds. */
const patience = 24 * 3_600_000

/** A transfer to a user's balance and its states. */
export const transfer: Kind<'confirm' | 'cancel' | 'expire' | 'finish'> = {
  name: 'transfer',
  key: ['out_bill_no'],
  aliases: ['transfer_bill_no'],
  state: 'state',
  transitions: {
    confirm: { from: ['WAIT_USER_CONFIRM'], to: 'SUCCESS' },
    expire: { from: ['WAIT_USER_CONFIRM'], to: 'FAIL' },
    cancel: { from: ['WAIT_USER_CONFIRM', 'CANCELING'], to: 'CANCELING' },
    finish: { from: ['CANCELING'], to: 'CANCELLED' },
  },
  missing: ['NOT_FOUND', '转账单不存在'],
  used: ['ALREADY_EXISTS', '商户单号已存在，且与之前的请求参数不一致'],
}

const request: Action = async (params, world) => {
  const amount = sum([Number(params.transfer_amount)])
  if (amount >= nameFrom && !text(params, 'user_name')) {
    throw failure(['PARAM_ERROR', '转账金额达到 2000 元时，收款用户姓名（user_name）必填'])
  }
  const { data } = await world.create(transfer, params, () => ({
    ...params,
    mch_id: world.mchid,
    mchid: world.mchid,
    transfer_bill_no: world.number('1330000', 32, text(params, 'out_bill_no')),
    state: 'WAIT_USER_CONFIRM',
    package_info: `affffddafdfafddffda==${text(params, 'out_bill_no')}`,
    create_time: world.time,
    update_time: world.time,
    expires: world.now + patience,
  }))
  return current(data, world)
}

/** The transfer as the time has it. */
const current = (data: JsonObject, { now, time }: World): JsonObject =>
  can(transfer, data, 'expire') && Number(data.expires) <= now
    ? { ...move(transfer, data, 'expire'), fail_reason: 'OVERDUE_CLOSE', update_time: time }
    : data

async function find(params: JsonObject, world: World): Promise<JsonObject | undefined> {
  const data = await locate(world, transfer, params, 'out_bill_no', 'transfer_bill_no')
  return data && current(data, world)
}

const query: Action = async (params, world) => await find(params, world) ?? unknown(world, transfer)

const cancel: Action = async (params, world) => {
  const data = await find(params, world)
  if (!data) return unknown(world, transfer)
  if (data.state === 'CANCELLED') return data
  const cancelling = { ...move(transfer, data, 'cancel'), update_time: world.time }
  await conclude(move(transfer, cancelling, 'finish'), world)
  return cancelling
}

async function conclude(data: JsonObject, world: World): Promise<JsonObject> {
  const done = { ...data, update_time: world.time }
  await world.save(transfer, done)
  world.notify({
    event_type: 'MCHTRANSFER.BILL.FINISHED',
    summary: '商家转账单据终态通知',
    original_type: 'mch_payment',
    notify_url: text(data, 'notify_url'),
    resource: pick(done, 'out_bill_no', 'transfer_bill_no', 'state', 'mch_id', 'transfer_amount', 'openid', 'fail_reason', 'create_time', 'update_time'),
  })
  return done
}

const actionsAt = (prefix: string): Flow['actions'] => ({
  [`POST ${prefix}`]: request,
  [`GET ${prefix}/out-bill-no/{out_bill_no}`]: query,
  [`GET ${prefix}/transfer-bill-no/{transfer_bill_no}`]: query,
  [`POST ${prefix}/out-bill-no/{out_bill_no}/cancel`]: cancel,
})

const prefix = '/v3/fund-app/mch-transfer'

/** Transfers to a user's balance: request, query, cancel; the user confirms within a day. */
export const transfers: Flow = {
  actions: { ...actionsAt(`${prefix}/transfer-bills`), ...actionsAt(`${prefix}/partner/transfer-bills`) },
  user: {
    kind: transfer,
    waits: (data, world) => can(transfer, current(data, world), 'confirm'),
    act: (data, world) => conclude(move(transfer, data, 'confirm'), world),
  },
}
