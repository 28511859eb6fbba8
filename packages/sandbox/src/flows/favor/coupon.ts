import { type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { couponOf } from './stock.ts'

/** A coupon as it is stored. */
export type Coupon = ReturnType<typeof couponOf> & {
  openid: string
  coupon_id: string
  out_request_no: string
  status: 'SENDED' | 'USED' | 'EXPIRED'
  create_time: string
  consume_information?: Consumption
}

type Consumption = {
  consume_time: string
  consume_mchid: string
  transaction_id: string
  consume_amount: number
}

/** A cash coupon of a user and its states. */
export const coupon: Machine<'use' | 'expire', Coupon> = {
  name: 'favor-coupon',
  label: '代金券',
  key: ['coupon_id'],
  within: ['openid'],
  state: 'status',
  transitions: {
    use: { from: ['SENDED'], to: 'USED' },
    expire: { from: ['SENDED'], to: 'EXPIRED' },
  },
  expires: data => Date.parse(data.available_end_time),
  missing: ['RESOURCE_NOT_EXISTS', '代金券不存在'],
  used: ['INVALID_REQUEST', '商户单据号重复：同一商户单据号须用相同的参数'],
}

/** Returns the coupon after a payment used it. */
export function used(data: Coupon, world: World): Coupon {
  return {
    ...move(coupon, data, 'use'),
    consume_information: {
      consume_time: world.time,
      consume_mchid: world.mchid,
      transaction_id: world.number('4200001234', 28, data.coupon_id),
      consume_amount: data.normal_coupon_information.coupon_amount,
    },
  }
}
