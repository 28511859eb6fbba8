import type { Scenario } from '../../scenarios/scenarios.ts'
import { move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { unknown } from '../kit/find.ts'
import type { Flow, OtherSide } from '../kit/flow.ts'
import { ledgerEntry } from '../kit/ledger.ts'
import { amountOf, timeToPay } from './payment.ts'
import { close, findRecharge, isPayable, pay, type Recharge, recharge, type Wanted } from './recharge.ts'
import { rechargeReturned } from './scenarios.ts'

/** Makes the recharge of a request. */
const accepted = (params: Wanted, world: World, scenario?: Scenario): Recharge => ({
  ...params,
  recharge_amount: amountOf(params),
  recharge_id: world.number('3029', 27, params.out_recharge_no),
  recharge_state: 'RECHARGING',
  recharge_channel: params.available_recharge_channels?.[0] ?? 'BANK_TRANSFER',
  accept_time: world.time,
  ...scenario === rechargeReturned && { returns: true },
})

const apply = async (params: Wanted, world: World, scenario?: Scenario) => {
  const { data } = await world.create(recharge, params, () =>
    ({ ...accepted(params, world, scenario), expires: world.now + timeToPay }))
  return { ...data, recharge_url: `https://payapp.weixin.qq.com/recharge?id=${data.recharge_id}` }
}

type Keys = Pick<Wanted, 'sub_mchid' | 'out_recharge_no'>

/** Returns an invented recharge that waits for its payment. */
const invent = (params: Keys, world: World): Recharge => accepted({
  ...params, recharge_scene: 'ECOMMERCE_PAYMENT', account_type: 'OPERATION', recharge_amount: { amount: 100 },
}, world)

const query = async (params: Keys, world: World) =>
  await findRecharge(params, world) ?? unknown(world, recharge, yesterday =>
    ({ ...move(recharge, invent(params, yesterday), 'pay'), success_time: yesterday.time }))

const stop = async (params: Keys, world: World) => {
  const data = await findRecharge(params, world)
  return data
    ? close(data, 'close', world)
    : unknown(world, recharge, yesterday =>
        ({ ...move(recharge, invent(params, yesterday), 'close'), close_time: yesterday.time }))
}

/** The sub-merchant pays: by bank transfer, by scanning a code or in online banking. */
const payer: OtherSide<Recharge> = {
  record: recharge,
  next: (data, world) => isPayable(data, world) ? 'pay' : undefined,
  act: pay,
}

const path = '/v3/platsolution/ecommerce/recharges'

/** Recharges of sub-merchants: apply, query, close. The sub-merchant pays within a week. */
export const flow: Flow = {
  records: [ledgerEntry],
  actions: {
    [`POST ${path}/apply`]: apply,
    [`GET ${path}/out-recharge-no/{out_recharge_no}`]: query,
    [`POST ${path}/out-recharge-no/{out_recharge_no}/close`]: stop,
  },
  otherSide: payer,
}
