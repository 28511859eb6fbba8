import { refusal } from '../../replies/error-codes.ts'
import { move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { find, unknown } from '../kit/find.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { omit } from '../kit/params.ts'
import { inventedOrder, requireOwn, transaction } from '../payment/transaction.ts'
import { type Contract, contract, inventedContract, requireEffective } from './contract.ts'
import { deducted, type Deduction, deduction, orderOf, partsOf, shownDeduction, type Wanted } from './deduction.ts'

/** @throws Refusal if the contract does not allow it, or a part's number was used before */
async function createParts(params: Wanted, payer: Contract | undefined, world: World) {
  if (payer) requireEffective(payer)
  for (const part of params.sub_orders) {
    const { isNew } = await world.create(transaction, part, () => orderOf(part, params, payer, world))
    if (!isNew) throw refusal(transaction.used)
  }
}

/** Deducts the money immediately. WeChat Pay sends no notification (official page 4018096707). */
const deduct = async (params: Wanted, world: World) => {
  requireOwn(params, world)
  const payer = await world.find(contract, params.contract_id, 'contract_id')
    ?? unknown(world, contract, yesterday => inventedContract({ appid: params.combine_appid }, yesterday))
  const { data, isNew } = await world.create(deduction, params, () => deducted(params, payer))
  if (isNew) await createParts(params, payer, world)
  return shownDeduction(data, await partsOf(data, world))
}

const path = '/v3/ecommerce/combine-papay/transactions'

const query: Action<`GET ${typeof path}/{combine_out_trade_no}`> = async (params, world) => {
  const data = await find(deduction, params, world)
  return data
    ? shownDeduction(data, await partsOf(data, world))
    : unknown(world, deduction, yesterday => invent(params.combine_out_trade_no, yesterday))
}

/** Returns an invented deduction of one part. */
function invent(combine_out_trade_no: string, world: World) {
  const order = inventedOrder({ out_trade_no: `${combine_out_trade_no}-1`.slice(-32), sub_mchid: '1900000110' }, 100, world)
  const data: Deduction = {
    combine_appid: '', combine_mchid: world.mchid, combine_out_trade_no, contract_id: '', state: 'SUCCESS',
    openid: order.payer.openid ?? '', parts: [],
  }
  return omit(shownDeduction(data, [order]), 'combine_appid')
}

/** Takes the deduction back: the money returns to the user at once. */
const reverse: Action<`POST ${typeof path}/{combine_out_trade_no}/reverse`> = async (params, world) => {
  const data = await find(deduction, params, world)
  if (!data) return unknown(world, deduction)
  const named = params.sub_orders.map(({ out_trade_no }) => out_trade_no).sort().join()
  if (named !== [...data.parts].sort().join()) throw refusal(deduction.missing)
  for (const order of await partsOf(data, world)) await world.save(transaction, move(transaction, order, 'reverse'))
  await world.save(deduction, move(deduction, data, 'reverse'))
  return {}
}

/** Deductions: deduct, query, reverse. */
export const flow: Flow = {
  records: [deduction],
  actions: {
    [`POST ${path}`]: deduct,
    [`GET ${path}/{combine_out_trade_no}`]: query,
    [`POST ${path}/{combine_out_trade_no}/reverse`]: reverse,
  },
}
