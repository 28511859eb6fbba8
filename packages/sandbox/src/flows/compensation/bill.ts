import { can, type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { find } from '../kit/find.ts'
import { omit } from '../kit/params.ts'
import type { Bill } from './compensation.ts'
import type { Kind } from './kinds.ts'
import { canPay, payIn, putBack, takeOut } from './money.ts'

/** A compensation and its states. */
export const bill: Machine<'pay' | 'confirm' | 'close' | 'expire' | 'cancel' | 'finish', Bill> = {
  name: 'compensation',
  label: '赔付',
  key: ['out_bill_no'],
  aliases: ['bill_id'],
  within: ['kind', 'sub_mchid', 'sponsor_mchid', 'business_type'],
  state: 'state',
  transitions: {
    pay: { from: ['ACCEPTED'], to: 'SUCCESS' },
    confirm: { from: ['WAIT_USER_CONFIRM'], to: 'SUCCESS' },
    close: { from: ['ACCEPTED', 'WAIT_USER_CONFIRM'], to: 'CLOSED' },
    expire: { from: ['WAIT_USER_CONFIRM'], to: 'CLOSED' },
    cancel: { from: ['WAIT_USER_CONFIRM', 'CANCELING'], to: 'CANCELING' },
    finish: { from: ['CANCELING'], to: 'CANCELLED' },
  },
  refusals: {
    ACCEPTED: ['INVALID_REQUEST', '赔付不用用户确认，不能撤销'],
    SUCCESS: ['INVALID_REQUEST', '赔付已成功，不能撤销'],
    CLOSED: ['INVALID_REQUEST', '赔付已关闭，不用撤销'],
  },
  missing: ['NOT_FOUND', '赔付单不存在'],
  used: ['INVALID_REQUEST', '商户单号重复：同一单号须用相同的参数，各种赔付的单号不能相同'],
}

/** Whether the time to confirm has passed. */
const isOverdue = (data: Bill, { now }: World) =>
  can(bill, data, 'expire') && data.expires !== undefined && data.expires <= now

/** Whether the user can still confirm. */
export const isConfirmable = (data: Bill, world: World) => can(bill, data, 'confirm') && !isOverdue(data, world)

/** Returns a bill with expiry applied; the locked money of an expired one goes back. */
export const current = async (data: Bill, world: World): Promise<Bill> =>
  isOverdue(data, world) ? close(data, 'expire', '用户超过 24 小时没有确认', world) : data

/** Finds a bill of a kind, with expiry applied. */
export async function findBill(kind: Kind, params: JsonObject, world: World): Promise<Bill | undefined> {
  const data = await find(bill, { ...params, kind }, world)
  return data && current(data, world)
}

/** Pays a bill without confirmation, or closes it if the account does not hold the money. */
export async function pay(data: Bill, world: World): Promise<Bill> {
  if (!await canPay(data, world)) return close(data, 'close', '出资账户的可用余额不足', world)
  await takeOut(data, world)
  return settle(data, 'pay', world)
}

/** Pays the receiver with money that was taken out before, or gives it back in the scenario of that name. */
export async function settle(data: Bill, event: 'pay' | 'confirm', world: World): Promise<Bill> {
  if (data.fails) return close(data, 'close', '收款方账户异常', world)
  const done = paid(data, event, world)
  await world.save(bill, done)
  await payIn(done, world)
  return done
}

/** Returns a bill after the payment. */
export const paid = (data: Bill, event: 'pay' | 'confirm', { time }: Pick<World, 'time'>): Bill =>
  ({ ...omit(move(bill, data, event), 'expires'), success_time: time })

/** Finishes a cancellation: the locked money goes back. */
export async function finish(data: Bill, world: World): Promise<Bill> {
  const done = move(bill, data, 'finish')
  await world.save(bill, done)
  await putBack(done, world)
  return done
}

async function close(data: Bill, event: 'close' | 'expire', close_reason: string, world: World): Promise<Bill> {
  const close_info = { accept_time: world.time, close_time: world.time, close_reason }
  const done = { ...move(bill, data, event), close_info }
  await world.save(bill, done)
  await putBack(done, world)
  return done
}
