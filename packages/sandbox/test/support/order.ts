import { identity } from './identity.ts'

/** Returns the body of a Native order of 100 fen. */
export const nativeOrder = (out_trade_no: string, notify_url: string, mchid = identity.mchid) => ({
  appid: 'wxd678efh567hg6787',
  mchid,
  description: 'Image形象店-深圳腾大-QQ公仔',
  out_trade_no,
  notify_url,
  amount: { total: 100, currency: 'CNY' },
})

/** Returns the body of a refund of that order, in fen. */
export const refundOf = (out_trade_no: string, out_refund_no: string, refund: number) => ({
  out_trade_no,
  out_refund_no,
  reason: '商品已售完',
  amount: { refund, total: 100, currency: 'CNY' },
})

/** The body of a notification. */
export interface Notice {
  event_type: string
  resource: { ciphertext: string, associated_data: string, nonce: string }
}
