import { refusal } from '../../replies/error-codes.ts'
import type { Scenario } from '../../scenarios/scenarios.ts'
import { move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { unknown } from '../kit/find.ts'
import type { Flow } from '../kit/flow.ts'
import { bill, current, findBill } from './bill.ts'
import type { Bill, Wanted } from './compensation.ts'
import { type Kind, prefix } from './kinds.ts'
import { canPay, takeOut } from './money.ts'
import { accepted, requireComplete } from './request.ts'

/** Time the user has to confirm, in milliseconds. */
const confirmationTime = 24 * 3_600_000

/** Locks the money of a new bill; a repeated request gets the same reply until the bill is final. */
const prepare = (kind: Kind) => async (params: Wanted, world: World, scenario?: Scenario) => {
  requireComplete(kind, params)
  const request = { ...params, kind, isConfirmed: true }
  const { data, isNew } = await world.create(bill, request, () => waiting(kind, params, world, scenario))
  if (isNew) await lock(data, world)
  else requireOpen(await current(data, world))
  return { ...data, package_info: `affffddafdfafddffda==${data.out_bill_no}` }
}

const waiting = (kind: Kind, params: Wanted, world: World, scenario?: Scenario): Bill => ({
  ...accepted(kind, params, world, scenario), state: 'WAIT_USER_CONFIRM', expires: world.now + confirmationTime,
})

async function lock(data: Bill, world: World) {
  if (!await canPay(data, world)) throw refusal(['NOT_ENOUGH', '出资账户的可用余额不足，不能锁定赔付的金额'])
  await takeOut(data, world)
}

/** Production responds with an error code if the bill is final; no source says which. */
function requireOpen({ state }: Bill) {
  if (state !== 'WAIT_USER_CONFIRM') throw refusal(['INVALID_REQUEST', `赔付单已是 ${state}，请换单号`])
}

type Keys = Pick<Wanted, 'out_bill_no' | 'sub_mchid'>

/** Cancels a bill before the user confirms it; the money goes back later. */
const cancel = (kind: Kind) => async (params: Keys, world: World) => {
  const data = await findBill(kind, params, world)
  if (!data) {
    return unknown(world, bill, yesterday => cancelling(move(bill, waiting(kind, {
      amount: 100, transfer_remark: '商品破损', receiver: {}, ...params,
    }, yesterday), 'cancel'), yesterday))
  }
  if (data.state === 'CANCELLED') return cancelling(data, world)
  const moved = move(bill, data, 'cancel')
  await world.save(bill, moved)
  return cancelling(moved, world)
}

const cancelling = (data: Bill, { time }: World) => ({ ...data, cancel_accept_time: time })

const compensate = `${prefix}/compensate-bills` as const
const claim = `${prefix}/insurance-claim-bills` as const

/** Compensations that the user confirms within a day: request, cancel. */
export const flow: Flow = {
  actions: {
    [`POST ${compensate}/pre-transfer`]: prepare('compensate-bills'),
    [`POST ${compensate}/out-bill-no/{out_bill_no}/cancel`]: cancel('compensate-bills'),
    [`POST ${claim}/pre-transfer`]: prepare('insurance-claim-bills'),
    [`POST ${claim}/out-bill-no/{out_bill_no}/cancel`]: cancel('insurance-claim-bills'),
  },
}
