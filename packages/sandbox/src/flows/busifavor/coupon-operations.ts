import { type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { Flow, OtherSide } from '../kit/flow.ts'
import { notify } from '../kit/notify.ts'
import { awaits } from '../kit/steps.ts'
import { busifavorAddress } from './callback-operations.ts'

/** A merchant coupon as it is stored. */
type Coupon = {
  coupon_code: string
  stock_id: string
  state: 'OFFERED' | 'SENDED'
  /** The user; by default the sandbox invents one. */
  openid?: string
  send_channel?: 'BUSICOUPON_SEND_CHANNEL_MINIAPP' | 'BUSICOUPON_SEND_CHANNEL_H5'
}

/** A merchant coupon that a user takes. */
export const coupon: Machine<'confirm', Coupon> = {
  name: 'busifavor-coupon',
  label: '商家券',
  key: ['coupon_code'],
  state: 'state',
  transitions: { confirm: { from: ['OFFERED'], to: 'SENDED' } },
  missing: ['RESOURCE_NOT_EXISTS', '商家券不存在'],
  used: ['INVALID_REQUEST', '商家券已存在'],
}

const user: OtherSide<Coupon> = {
  record: coupon,
  begin: async (stock_id, world) => ({
    coupon_code: world.number('10', 16, `${stock_id}/${(await world.list(coupon)).length}`),
    stock_id,
    state: 'OFFERED',
  }),
  next: awaits(coupon, 'confirm'),
  act: take,
}

/** The user takes a coupon. */
export async function take(data: Coupon, world: World): Promise<Coupon> {
  const taken = move(coupon, data, 'confirm')
  await world.save(coupon, taken)
  const { coupon_code, stock_id, openid, send_channel } = taken
  const { notify_url = '' } = await world.find(busifavorAddress, world.mchid) ?? {}
  notify(world, 'COUPON.SEND', {
    summary: '商家券领券通知',
    original_type: 'coupon',
    notify_url,
    resource: {
      event_type: 'EVENT_TYPE_BUSICOUPON_SEND',
      coupon_code, stock_id,
      send_time: world.time,
      openid: openid ?? world.number('oUpF8', 28, coupon_code),
      send_channel: send_channel ?? 'BUSICOUPON_SEND_CHANNEL_MINIAPP',
      send_merchant: world.mchid,
    },
  })
  return taken
}

/** Merchant coupons: the user takes a new one each time, of the stock whose id is the key. */
export const flow: Flow = { otherSide: user }
