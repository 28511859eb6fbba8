import { refusal } from '../../replies/error-codes.ts'
import type { World } from '../../state/world.ts'
import { dayBefore } from '../../values/beijing-time.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { balanceOf } from './balance.ts'

/**
 * Returns the day of a request. No source says which day it is without one.
 *
 * @throws Refusal if the sandbox is strict and the day is not over
 */
function dayOf({ date = '' }: { date?: string }, world: World): string {
  const last = dayBefore(world.now)
  if (world.strict && date > last) throw refusal(['INVALID_REQUEST', `${date} 的日终余额还未生成，请在次日 10 点后查询`])
  return date || last
}

const own: Action<'GET /v3/merchant/fund/balance/{account_type}'> = ({ account_type: account }, world) =>
  balanceOf({ owner: world.mchid, account }, world)

const ownAtDayEnd: Action<'GET /v3/merchant/fund/dayendbalance/{account_type}'> = async (params, world) =>
  balanceOf({ owner: world.mchid, account: params.account_type }, world, dayOf(params, world))

const ofSubMerchant: Action<'GET /v3/ecommerce/fund/balance/{sub_mchid}'> = async (
  { sub_mchid, account_type = 'BASIC' }, world,
) => ({ sub_mchid, account_type, ...await balanceOf({ owner: sub_mchid, account: account_type }, world) })

const ofSubMerchantAtDayEnd: Action<'GET /v3/ecommerce/fund/enddaybalance/{sub_mchid}'> = async (params, world) => {
  const { sub_mchid, account_type = 'BASIC' } = params
  const balance = await balanceOf({ owner: sub_mchid, account: account_type }, world, dayOf(params, world))
  return { sub_mchid, account_type, ...balance }
}

/** Balances of the platform and of its sub-merchants, now and at the end of a day. */
export const flow: Flow = {
  actions: {
    'GET /v3/merchant/fund/balance/{account_type}': own,
    'GET /v3/merchant/fund/dayendbalance/{account_type}': ownAtDayEnd,
    'GET /v3/ecommerce/fund/balance/{sub_mchid}': ofSubMerchant,
    'GET /v3/ecommerce/fund/enddaybalance/{sub_mchid}': ofSubMerchantAtDayEnd,
  },
}
