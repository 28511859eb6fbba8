import { refusal } from '../../replies/error-codes.ts'
import type { Scenario } from '../../scenarios/scenarios.ts'
import type { World } from '../../state/world.ts'
import { sum } from '../kit/params.ts'
import type { Bill, Wanted } from './compensation.ts'
import type { Kind } from './kinds.ts'
import { compensationClosed } from './scenarios.ts'

/** The kinds that name the merchant that pays by `sub_mchid` alone. */
const isOfSubMerchant = (kind: Kind) => kind !== 'compensate-bills' && kind !== 'sub-mch-compensation-bills'

/**
 * Checks what the official pages demand of a request in words.
 *
 * @throws Refusal
 */
export function requireComplete(kind: Kind, params: Wanted): void {
  const { receiver, sub_mchid, transfer_scene_id, user_recv_perception } = params
  sum([params.amount])
  if (isOfSubMerchant(kind) && !sub_mchid) {
    throw refusal(['PARAM_ERROR', '须指定出资的商户：二级商户号（sub_mchid）为空'])
  }
  if (receiver.type === 'TRANSACTION_USER' && !receiver.transaction_info) {
    throw refusal(['PARAM_ERROR', '接收方是订单的用户（TRANSACTION_USER）时，须传订单信息（receiver.transaction_info）'])
  }
  if (user_recv_perception && !transfer_scene_id) {
    throw refusal(['PARAM_ERROR', '传用户收款感知（user_recv_perception）时，须同时传转账场景ID（transfer_scene_id）'])
  }
}

/** Makes the bill of a request, in its first state. */
export const accepted = (kind: Kind, params: Wanted, world: World, scenario?: Scenario): Bill => ({
  ...params,
  kind,
  bill_id: world.number('1330000', 40, params.out_bill_no),
  state: 'ACCEPTED',
  accept_time: world.time,
  ...scenario === compensationClosed && { fails: true as const },
})
