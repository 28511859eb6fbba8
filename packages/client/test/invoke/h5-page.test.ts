import { expect, it } from 'vitest'
import { h5Page } from '../../src/invoke/h5-page.ts'

// The official page 4012791835 has these values.
const h5_url = 'https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=wx20161110163838f231619da20804912345&package=1037687096'

it('appends the encoded page', () => {
  expect(h5Page(h5_url, 'https://www.wechatpay.com.cn'))
    .toBe(`${h5_url}&redirect_url=https%3A%2F%2Fwww.wechatpay.com.cn`)
})

it.each(['/paid', 'javascript:alert(1)', ''])('refuses the page %j', (page) => {
  expect(() => h5Page(h5_url, page)).toThrow('redirect_url: expected a URL that begins with https: or http:')
})

it('refuses an order without a URL', () => {
  expect(() => h5Page('undefined', 'https://www.wechatpay.com.cn')).toThrow('h5_url: expected a URL')
})
