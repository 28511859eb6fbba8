import { type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { find, unknown } from '../kit/find.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { ledgerEntry } from '../kit/ledger.ts'
import { omit } from '../kit/params.ts'
import { awaits } from '../kit/steps.ts'
import { amountOf, bookingOf, transferOf } from './payment.ts'

/** What the merchant asks for. */
type Wanted = {
  out_recharge_no: string
  recharge_scene: string
  account_type: 'BASIC' | 'OPERATION' | 'FEES'
  recharge_amount: { amount?: number, currency?: string }
}

/** A recharge of the merchant's own account by bank transfer, as it is stored. */
export type BankTransfer = Wanted & {
  mchid: string
  recharge_id: string
  recharge_state: 'RECHARGING' | 'SUCCESS'
  recharge_amount: { amount: number, currency: string }
  bank_transfer_info?: ReturnType<typeof transferOf>
  accept_time: string
  success_time?: string
}

/** A recharge by bank transfer and its states. */
export const bankTransfer: Machine<'pay', BankTransfer> = {
  name: 'bank-transfer-recharge',
  label: '银行转账充值',
  key: ['out_recharge_no'],
  aliases: ['recharge_id'],
  state: 'recharge_state',
  transitions: { pay: { from: ['RECHARGING'], to: 'SUCCESS' } },
  missing: ['RESOURCE_NOT_EXISTS', '充值单不存在'],
  used: ['INVALID_REQUEST', '商户充值单号重复：同一单号须用相同的参数'],
}

/** The bank account that the money has to go to. */
const transfer_in_account = {
  bank_name: '招商银行深圳科苑支行', bank_address_code: '440300', bank_code: '308584001032',
  bank_account_name: '财付通支付科技有限公司', bank_account_no: '7559000000103001',
}

const accepted = (params: Wanted, world: World): BankTransfer => ({
  ...params,
  mchid: world.mchid,
  recharge_amount: amountOf(params),
  recharge_id: world.number('3029', 27, params.out_recharge_no),
  recharge_state: 'RECHARGING',
  accept_time: world.time,
})

const apply = async (params: Wanted, world: World) => {
  const { data } = await world.create(bankTransfer, params, () => accepted(params, world))
  return { ...data, transfer_in_account }
}

async function pay(data: BankTransfer, world: World): Promise<BankTransfer> {
  const done = {
    ...move(bankTransfer, data, 'pay'), bank_transfer_info: transferOf(data, world), success_time: world.time,
  }
  await world.save(bankTransfer, done)
  await world.save(ledgerEntry, bookingOf(done, world.mchid, world))
  return done
}

type Keys = { out_recharge_no: string }

/** Returns an invented recharge that was paid. */
function invent(params: Keys, world: World): BankTransfer {
  const wanted = { ...params, recharge_scene: '', account_type: 'OPERATION', recharge_amount: { amount: 100 } } as const
  return { ...move(bankTransfer, accepted(wanted, world), 'pay'), success_time: world.time }
}

/** Returns a recharge without its scene, which each operation names by itself. */
async function found(params: Keys, world: World) {
  const data = await find(bankTransfer, params, world)
    ?? unknown(world, bankTransfer, yesterday => invent(params, yesterday))
  return data && omit(data, 'recharge_scene')
}

const platform = '/v3/platsolution/ecommerce/bank-transfer-recharges'
const direct = '/v3/recharge/bank-transfer-recharges'

const query: Action<`GET ${typeof direct}/out-recharge-no/{out_recharge_no}`> = async (params, world) => {
  const data = await found(params, world)
  return data && { ...data, recharge_scene: 'NORMAL_BANK_TRANSFER' }
}

const queryOfPlatform: Action<`GET ${typeof platform}/out-recharge-no/{out_recharge_no}`> = async (params, world) => {
  const data = await found(params, world)
  return data && { ...data, recharge_scene: 'ECOMMERCE_BANK_TRANSFER' }
}

/** Recharges of the merchant's own accounts by bank transfer: apply, query. The merchant transfers the money. */
export const flow: Flow = {
  actions: {
    [`POST ${platform}/apply`]: apply,
    [`GET ${platform}/out-recharge-no/{out_recharge_no}`]: queryOfPlatform,
    [`POST ${direct}/apply`]: apply,
    [`GET ${direct}/out-recharge-no/{out_recharge_no}`]: query,
  },
  otherSide: { record: bankTransfer, next: awaits(bankTransfer, 'pay'), act: pay },
}
