import { expect, it } from 'vitest'
import { markedHtml } from '../../search/marked-html.ts'

it('marks Chinese by pairs and names in every spelling', () => {
  expect(markedHtml('接收支付通知的地址', ['支付', '付通', '地址'])).toBe('接收<mark>支付通</mark>知的<mark>地址</mark>')
  expect(markedHtml('填 out_trade_no，不填 mchid', ['tradeno'])).toBe('填 <mark>out_trade_no</mark>，不填 mchid')
  expect(markedHtml('退款，再退', ['退'])).toBe('<mark>退</mark>款，再<mark>退</mark>')
})

it('escapes the text', () => {
  expect(markedHtml('<b>a & b</b>', ['a'])).toBe('&#60;b&#62;<mark>a</mark> &#38; b&#60;/b&#62;')
})
