import { expect, it } from 'vitest'
import { marked } from '../../search/marked.ts'

const mark = (text: string, ...words: string[]) =>
  marked(text, words).map(({ text, isFound }) => isFound ? `[${text}]` : text).join('')

it('marks Chinese by pairs and names in every spelling', () => {
  expect(mark('接收支付通知的地址', '支付', '付通', '地址')).toBe('接收[支付通]知的[地址]')
  expect(mark('填 out_trade_no，不填 mchid', 'tradeno')).toBe('填 [out_trade_no]，不填 mchid')
  expect(mark('退款，再退', '退')).toBe('[退]款，再[退]')
  expect(mark('<b>a</b>', 'c')).toBe('<b>a</b>')
})
