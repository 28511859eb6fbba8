import { move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { find, unknown } from '../kit/find.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { omit } from '../kit/params.ts'
import { awaits } from '../kit/steps.ts'
import { accepted, type BankTransfer, bankTransfer, pay, shown, type Wanted } from './bank-transfer.ts'

/** The bank account that the money has to go to; it does not exist, for safety. */
const transfer_in_account = {
  bank_name: '沙箱银行', bank_address_code: '440300', bank_code: '000000000000', bank_account_name: '沙箱充值专户',
  bank_account_no: '0000000000000000',
}

const apply = async (params: Wanted, world: World) => {
  const { data } = await world.create(bankTransfer, params, () => accepted(params, world))
  return { ...data, transfer_in_account }
}

type Keys = { out_recharge_no: string }

/** Returns an invented recharge that was paid. */
function invent(params: Keys, world: World): BankTransfer {
  const wanted = { ...params, recharge_scene: '', account_type: 'OPERATION', recharge_amount: { amount: 100 } } as const
  return { ...move(bankTransfer, accepted(wanted, world), 'pay'), success_time: world.time }
}

/** Returns a recharge without its scene, which each operation names. */
async function found(params: Keys, world: World) {
  const data = await find(bankTransfer, params, world)
    ?? unknown(world, bankTransfer, yesterday => invent(params, yesterday))
  return data && omit(shown(data), 'recharge_scene')
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

/** Recharges of the merchant's own accounts by bank transfer: apply, query. The merchant transfers within a week. */
export const flow: Flow = {
  actions: {
    [`POST ${platform}/apply`]: apply,
    [`GET ${platform}/out-recharge-no/{out_recharge_no}`]: queryOfPlatform,
    [`POST ${direct}/apply`]: apply,
    [`GET ${direct}/out-recharge-no/{out_recharge_no}`]: query,
  },
  otherSide: { record: bankTransfer, next: awaits(bankTransfer, 'pay'), act: pay },
}
