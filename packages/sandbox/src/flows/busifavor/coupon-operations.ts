import { type Machine, move } from '../../state/machine.ts'
import type { Flow } from '../kit/flow.ts'
import { pick } from '../kit/params.ts'
import { awaits } from '../kit/steps.ts'
import { busifavorAddress } from './callback-operations.ts'

/** A merchant coupon that a user takes. */
const coupon: Machine<'confirm'> = {
  name: 'busifavor-coupon',
  label: '商家券',
  key: ['coupon_code'],
  state: 'state',
  transitions: { confirm: { from: ['OFFERED'], to: 'SENDED' } },
  missing: ['RESOURCE_NOT_EXISTS', '商家券不存在'],
  used: ['INVALID_REQUEST', '商家券已存在'],
}

/** Merchant coupons: the user takes a new one each time, of the stock whose id is the key. */
export const flow: Flow = {
  otherSide: {
    record: coupon,
    begin: async (stock_id, world) => ({
      coupon_code: world.number('10', 16, `${stock_id}/${(await world.list(coupon)).length}`),
      stock_id,
      state: 'OFFERED',
    }),
    next: awaits(coupon, 'confirm'),
    async act(data, world) {
      const taken = {
        ...move(coupon, data, 'confirm'),
        event_type: 'EVENT_TYPE_BUSICOUPON_SEND',
        send_time: world.time,
        openid: world.number('oUpF8', 28, String(data.coupon_code)),
        send_channel: 'BUSICOUPON_SEND_CHANNEL_MINIAPP',
        send_merchant: world.mchid,
      }
      await world.save(coupon, taken)
      const { notify_url = '' } = await world.find(busifavorAddress, world.mchid) ?? {}
      world.notify({
        event_type: 'COUPON.SEND', summary: '商家券领券通知', original_type: 'coupon', notify_url: String(notify_url),
        resource: pick(taken, 'event_type', 'coupon_code', 'stock_id', 'send_time', 'openid', 'send_channel', 'send_merchant'),
      })
      return taken
    },
  },
}
