import { type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { amountOf, text } from '../kit/params.ts'

/** A cash coupon of a user and its states. */
export const coupon: Machine<'use' | 'expire'> = {
  name: 'favor-coupon',
  label: '代金券',
  key: ['coupon_id'],
  within: ['openid'],
  state: 'status',
  transitions: {
    use: { from: ['SENDED'], to: 'USED' },
    expire: { from: ['SENDED'], to: 'EXPIRED' },
  },
  expires: data => Date.parse(text(data, 'available_end_time')),
  missing: ['RESOURCE_NOT_EXISTS', '代金券不存在'],
  used: ['INVALID_REQUEST', '商户单据号重复：同一商户单据号须用相同的参数'],
}

/** Returns the coupon after a payment used it. */
export function used(data: JsonObject, world: World): JsonObject {
  return {
    ...move(coupon, data, 'use'),
    consume_information: {
      consume_time: world.time,
      consume_mchid: world.mchid,
      transaction_id: world.number('4200001234', 28, text(data, 'coupon_id')),
      consume_amount: amountOf(data, 'normal_coupon_information', 'coupon_amount'),
    },
  }
}
