import { current, move } from '../../state/machine.ts'
import type { Advance } from '../../state/resource.ts'
import type { World } from '../../state/world.ts'
import { putBack, takeOut, type Payout } from '../fund/balance.ts'
import { cancelled } from './cancelled.ts'
import { accountsOf, blocksOf, hasMoney } from './merchant.ts'
import { type Cancellation, cancellation, patience } from './withdrawal.ts'

/** What a cancellation waits for, by its state. */
const waits: Partial<Record<Cancellation['cancel_state'], Advance>> = {
  ACCEPTED: 'approve', REVIEWING: 'approve', WAITING_MERCHANT_CONFIRM: 'confirm', SYSTEM_PROCESSING: 'approve',
  CANCELED: 'approve', FUND_PROCESSING: 'approve',
}

/** Returns what a cancellation waits for. */
export const nextOf = (data: Cancellation, { now }: World): Advance | undefined =>
  waits[current(cancellation, data, now).cancel_state]

/** The platform reviews and cancels, the merchant confirms, the bank pays. */
export async function act(data: Cancellation, world: World): Promise<Cancellation> {
  const done = { ...await next(data, world), modify_time: world.time }
  await world.save(cancellation, done)
  return done
}

async function next(data: Cancellation, world: World): Promise<Cancellation> {
  const { cancel_state, sub_mchid, withdraw } = data
  if (cancel_state === 'ACCEPTED') return move(cancellation, data, 'review')
  if (cancel_state === 'REVIEWING') return review(data, world)
  if (cancel_state === 'WAITING_MERCHANT_CONFIRM') return move(cancellation, data, 'confirm')
  if (cancel_state === 'SYSTEM_PROCESSING') {
    await world.save(cancelled, { sub_mchid, cancel_time: world.time })
    return move(cancellation, data, 'cancel')
  }
  if (cancel_state === 'FUND_PROCESSING') return settle(data, world)
  return withdraw === 'APPLY_WITHDRAW' ? pay(data, world) : move(cancellation, data, 'finish')
}

/**
 * Rejects a sub-merchant that cannot be cancelled. A cancelled one may withdraw what the bank returned, and does not
 * confirm again (states on the official page 4018153750).
 */
async function review(data: Cancellation, world: World): Promise<Cancellation> {
  const { sub_mchid, withdraw, fails } = data
  const isCancelled = await world.find(cancelled, sub_mchid) !== undefined
  const isAllowed = isCancelled
    ? withdraw === 'APPLY_WITHDRAW' && await hasMoney(sub_mchid, world)
    : (await blocksOf(sub_mchid, world)).length === 0
  if (fails || !isAllowed) return move(cancellation, data, 'reject')
  if (isCancelled) return pay(data, world)
  return { ...move(cancellation, data, 'approve'), lapses: world.now + patience }
}

const payoutOf = (data: Cancellation, { account, amount }: Pick<Payout, 'account' | 'amount'>): Payout => ({
  owner: data.sub_mchid, account, amount,
  belongsTo: data.applyment_id, id: `${data.applyment_id}${account}`, number: data.out_request_no,
})

/** All money leaves the accounts. */
async function pay(data: Cancellation, world: World): Promise<Cancellation> {
  const accounts = await accountsOf(data.sub_mchid, world)
  const paid = accounts
    .map(({ account, available_amount: amount }) => ({ account, amount, pay_state: 'PAY_PROCESSING' as const }))
    .filter(({ amount }) => amount > 0)
  for (const part of paid) await takeOut(payoutOf(data, part), world)
  return { ...move(cancellation, data, 'pay'), paid }
}

/** The bank pays, or the money comes back. */
async function settle(data: Cancellation, world: World): Promise<Cancellation> {
  const { paid = [], failure } = data
  if (failure) for (const part of paid) await putBack(payoutOf(data, part), world)
  const pay_state = failure ?? 'PAY_SUCCEED'
  return { ...move(cancellation, data, 'finish'), paid: paid.map(part => ({ ...part, pay_state })) }
}
