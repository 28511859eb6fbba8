import { expect, test } from 'vitest'
import { compilePage, formatProblem, type Field } from '../../src/index.ts'
import { fixture } from '../support/pages.ts'

const outline = (fields: Field[]): string => fields.map(({ name, children, alt }) => (
  `${name}${alt ? `#${alt}` : ''}${children ? `(${outline(children)})` : ''}`
)).join(' ')
const read = (source: string, file = 'webhook/v3/A.B.md') => compilePage(source, file)

test('reads headers, body, all forms of the resource, and the response', () => {
  const { notification, operations, problems } = read(fixture('notification'))
  expect(problems).toEqual([])
  expect(operations).toEqual([])
  const { headers, body, resource, alternatives, answer, ...rest } = notification!
  expect(rest).toEqual({
    event: 'A.B', title: '充值退回(RECHARGE.FUND_RETURNED)通知', page: 'webhook/v3/A.B', anchor: 'post',
    references: ['https://pay.weixin.qq.com/doc/v3/partner/1'],
  })
  expect(outline(headers)).toBe('Content-Type Wechatpay-Signature')
  expect(outline(body)).toBe('id event_type resource(algorithm ciphertext)')
  expect(outline(resource)).toBe('recharge_id detail#1(bank_name) detail#2(online_bank_type) remark')
  expect(alternatives!.map(outline)).toEqual(['sp_mchid recharge_id'])
  expect(outline(answer!)).toBe('status body(code)')
})

test('reads a table for each form of the resource, named by its header', () => {
  const { notification, problems } = read(fixture('forms'))
  expect(problems).toEqual([])
  const { resource, alternatives, forms } = notification!
  expect(outline(resource)).toBe('mchid amount(total)')
  expect(alternatives!.map(outline)).toEqual(['sp_mchid payer(openid)'])
  expect(forms).toEqual(['支付·直连商户', '支付·服务商'])
})

test('reports a page without a decrypted resource', () => {
  const source = fixture('notification').split('\n').filter(line => !line.includes('colspan=3')).join('\n')
  const { notification, problems } = read(source)
  expect(notification).toBeUndefined()
  expect(problems.map(formatProblem).at(0)).toMatch(/^webhook\/v3\/A\.B\.md:5: the notification has no body or no decrypted resource, add a table/)
})

test('reads notifications only below webhook/v3, except its index', () => {
  expect(read(fixture('notification'), 'openapi/v3/a.md').notification).toBeUndefined()
  expect(read('# 通知', 'webhook/v3/index.md')).toEqual({
    operations: [], errors: [], programs: [], problems: [], lines: new Map(), lineOf: expect.any(Function),
    frontmatter: {},
  })
})
