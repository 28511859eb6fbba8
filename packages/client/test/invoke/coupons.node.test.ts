import { describe, expect, it } from 'vitest'
import { couponParams, couponUrl } from '../../src/invoke/coupons.ts'
import { openssl } from '../support/openssl.ts'

const apiv2Key = '192006250b4c09247ec02edce69f6a2d'
const signer = { mchid: '10016226', apiv2Key }

/** Signs the sorted members with openssl. */
function hmac(sorted: string) {
  const [, digest = ''] = openssl(['dgst', '-sha256', '-hmac', apiv2Key], `${sorted}&key=${apiv2Key}`).toString().split('= ')
  return digest.trim().toUpperCase()
}

describe('couponParams', () => {
  // The official page 4012285674 has these strings to sign.
  it('signs one coupon as documented', async () => {
    expect(await couponParams(signer, [{ stock_id: '1234567', out_request_no: 'abc123' }])).toEqual({
      send_coupon_params: [{ stock_id: '1234567', out_request_no: 'abc123' }],
      send_coupon_merchant: '10016226',
      sign: hmac('out_request_no0=abc123&send_coupon_merchant=10016226&stock_id0=1234567'),
    })
  })

  it('signs several coupons with codes as documented', async () => {
    const { sign } = await couponParams(signer, [
      { stock_id: '1234567', out_request_no: 'abc123', coupon_code: 'asdsada' },
      { stock_id: '2345678', out_request_no: '123abc', coupon_code: 'asdsada' },
    ])
    expect(sign).toBe(hmac('coupon_code0=asdsada&coupon_code1=asdsada&out_request_no0=abc123&out_request_no1=123abc'
      + '&send_coupon_merchant=10016226&stock_id0=1234567&stock_id1=2345678'))
  })

  it('signs the merchant of a cash coupon', async () => {
    const { sign } = await couponParams(signer, [{ stock_id: '1', out_request_no: 'a', create_coupon_merchant: '10016226' }])
    expect(sign).toBe(hmac('create_coupon_merchant0=10016226&out_request_no0=a&send_coupon_merchant=10016226&stock_id0=1'))
  })

  it.each([0, 11])('refuses %i coupons', async (count) => {
    const coupons = Array.from({ length: count }, (_, index) => ({ stock_id: '1', out_request_no: `a${index}` }))
    await expect(couponParams(signer, coupons)).rejects.toThrow('coupons: expected 1 to 10')
  })

  it('refuses a coupon without a number', async () => {
    await expect(couponParams(signer, [{ stock_id: '1', out_request_no: '' }]))
      .rejects.toMatchObject({ name: 'ArgumentError', argument: 'out_request_no' })
  })
})

describe('couponUrl', () => {
  // The official page 4012285783 has this string to sign.
  const coupon = { stock_id: '12111100000001', out_request_no: '20191204550002', open_id: 'ow8uG5EM11Cnm', coupon_code: '75345199' }

  it('signs the documented members', async () => {
    const url = await couponUrl({ mchid: '232323234', apiv2Key }, coupon)
    const sign = hmac('coupon_code=75345199&open_id=ow8uG5EM11Cnm&out_request_no=20191204550002'
      + '&send_coupon_merchant=232323234&stock_id=12111100000001')
    expect(url).toBe('https://action.weixin.qq.com/busifavor/getcouponinfo?stock_id=12111100000001&out_request_no=20191204550002'
      + `&send_coupon_merchant=232323234&open_id=ow8uG5EM11Cnm&coupon_code=75345199&sign=${sign}#wechat_pay&wechat_redirect`)
  })

  it('leaves out a code that is not given', async () => {
    const { coupon_code, ...without } = coupon
    const { searchParams } = new URL(await couponUrl(signer, without))
    expect(searchParams.has('coupon_code')).toBe(false)
    expect(coupon_code).toBeTruthy()
    expect(searchParams.get('sign')).toBe(hmac('open_id=ow8uG5EM11Cnm&out_request_no=20191204550002'
      + '&send_coupon_merchant=10016226&stock_id=12111100000001'))
  })
})
