import type { Action, Flow } from '../kit/flow.ts'
import { cancelled } from './cancelled.ts'
import { balancesOf, blocksOf, hasMoney } from './merchant.ts'

const path = '/v3/ecommerce/account/apply-cancel-withdraw/validate-cancel/{sub_mchid}'

/** A cancelled sub-merchant may only withdraw what the bank returned. */
const validate: Action<`GET ${typeof path}`> = async ({ sub_mchid }, world) => {
  const account_info = await balancesOf(sub_mchid, world)
  if (await world.find(cancelled, sub_mchid)) {
    const validate_result = resultOf(await hasMoney(sub_mchid, world))
    return { sub_mchid, merchant_state: 'HAS_BEEN_CANCELLED', validate_result, account_info }
  }
  const block_reasons = await blocksOf(sub_mchid, world)
  return {
    sub_mchid, merchant_state: 'NORMAL', validate_result: resultOf(!block_reasons.length), account_info,
    ...block_reasons.length > 0 && { block_reasons },
  }
}

const resultOf = (isAllowed: boolean) => isAllowed ? 'ALLOW_CANCEL_WITHDRAW' : 'NOT_ALLOW_CANCEL_WITHDRAW'

/** Whether a sub-merchant can be cancelled. */
export const flow: Flow = {
  records: [cancelled],
  actions: { [`GET ${path}`]: validate },
}
