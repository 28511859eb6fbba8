import type { Field, JsonValue } from '@wxpay-live/compiler/model'
import { describe, expect, test } from 'vitest'
import { breachOf } from '../../src/engine/limits.ts'
import { createSandbox } from '../../src/index.ts'
import { catalog, field } from '../support/catalog.ts'
import { identity, now } from '../support/identity.ts'
import { signed } from '../support/request.ts'

const sandbox = createSandbox({ catalog, identity, now, strict: false })
const prepay = (appid: string) => sandbox.fetch(signed('POST', '/v3/pay/transactions/jsapi', {
  appid, mchid: '1900000109', out_trade_no: 'ORDER_A1', amount: { total: 1 },
}))

test('says what is wrong as production does: bytes, the limit and the location', async () => {
  const response = await prepay('单'.repeat(11))
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({
    code: 'PARAM_ERROR',
    message: '输入源“/body/appid”映射到值字段“appid”字符串规则校验失败，字节数 33，大于最大值 32',
    detail: { field: '/appid', value: 33, issue: '字符串规则校验失败，字节数 33，大于最大值 32', location: 'body' },
  })
})

test('checks paths and queries too', async () => {
  const target = `/v3/pay/transactions/out-trade-no/${'A'.repeat(33)}?mchid=1900000109`
  expect((await (await sandbox.fetch(signed('GET', target))).json()).detail.location).toBe('uri_template')
  const long = `/v3/pay/transactions/out-trade-no/ORDER_A1?mchid=${'1'.repeat(33)}`
  expect((await (await sandbox.fetch(signed('GET', long))).json()).detail.location).toBe('query')
})

const optional = (more: Partial<Field>) => field('a?', 'string', more)

describe('breachOf', () => {
  test.each<[string, Partial<Field>, JsonValue]>([
    ['32 bytes', { maxLength: 32 }, 'A'.repeat(32)],
    ['32 bytes of Chinese', { maxLength: 32 }, '单'.repeat(10) + 'AB'],
    ['20 characters', { maxLength: 20, lengthUnit: 'characters' }, '早'.repeat(20)],
    ['20 characters outside the basic plane', { maxLength: 20, lengthUnit: 'characters' }, '😀'.repeat(20)],
    ['the fewest bytes', { minLength: 6 }, '123456'],
    ['a number at its minimum', { minimum: 1 }, 1],
    ['a text that matches', { pattern: '^[0-9A-Za-z_\\-|*]+$' }, 'Order_20260312|0945*00-1'],
    ['an empty optional text', { minLength: 6, pattern: '^A$' }, ''],
    ['any length without a limit', {}, 'A'.repeat(5000)],
    ['a boolean', { maxLength: 1 }, true],
    ['an encrypted text of any length', { maxLength: 32, encrypted: 'rsa' }, 'A'.repeat(344)],
  ])('accepts %s', (_, limits, value) => {
    expect(breachOf(optional(limits), value)).toBeUndefined()
  })

  test.each<[string, Partial<Field>, JsonValue, string]>([
    ['33 bytes', { maxLength: 32 }, 'A'.repeat(33), '字符串规则校验失败，字节数 33，大于最大值 32'],
    ['33 bytes of Chinese', { maxLength: 32 }, '单'.repeat(11), '字符串规则校验失败，字节数 33，大于最大值 32'],
    ['33 bytes of emoji', { maxLength: 32 }, `${'😀'.repeat(8)}A`, '字符串规则校验失败，字节数 33，大于最大值 32'],
    ['21 characters', { maxLength: 20, lengthUnit: 'characters' }, '早'.repeat(21),
      '字符串规则校验失败，字符数 21，大于最大值 20'],
    ['too few bytes', { minLength: 6 }, '12345', '字符串规则校验失败，字节数 5，小于最小值 6'],
    ['a number below its minimum', { minimum: 1 }, 0, '数值规则校验失败，数值 0，小于最小值 1'],
    ['a number above its maximum', { maximum: 100 }, 101, '数值规则校验失败，数值 101，大于最大值 100'],
    ['other characters', { pattern: '^[0-9A-Za-z]+$' }, '订单1', '字符串规则校验失败，字符串必须匹配正则表达式“^[0-9A-Za-z]+$”'],
  ])('refuses %s', (_, limits, value, issue) => {
    expect(breachOf(optional(limits), value)?.issue).toBe(issue)
  })

  test('refuses an empty required text', () => {
    expect(breachOf(field('a'), '')).toEqual({ issue: '字符串规则校验失败，字节数 0，小于最小值 1', value: 0 })
  })
})
