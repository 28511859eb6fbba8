import { expect, test } from 'vitest'
import { formIssue, sizeIssue } from '../../src/engine/forms.ts'

test.each([
  ['bill_date', '2026-03-12'],
  ['time_expire', '2026-03-12T10:15:00+08:00'],
  ['time_expire', '2026-03-12T02:15:00Z'],
  ['out_trade_no', 'Order_20260312|0945*00-1'],
  ['out_refund_no', 'refund@1'],
  ['notify_url', 'http://127.0.0.1:3000/notify'],
  ['description', 'any text'],
])('accepts %s %s', (name, text) => {
  expect(formIssue(name, text)).toBeUndefined()
})

test.each([
  ['bill_date', '20260312', 'yyyy-MM-dd'],
  ['bill_date', '2026-13-41', 'yyyy-MM-dd'],
  ['bill_date', '2026-3-12', 'yyyy-MM-dd'],
  ['time_expire', '2026-03-12 10:15:00', 'yyyy-MM-ddTHH:mm:ss+08:00'],
  ['time_expire', '20260312101500', 'yyyy-MM-ddTHH:mm:ss+08:00'],
  ['time_expire', '2026-03-12T10:15:00', 'yyyy-MM-ddTHH:mm:ss+08:00'],
  ['time_expire', '2026-03-12T25:00:00+08:00', 'yyyy-MM-ddTHH:mm:ss+08:00'],
])('rejects %s %s', (name, text, form) => {
  expect(formIssue(name, text)).toBe(`时间格式须为 ${form}`)
})

test.each([
  ['out_trade_no', '订单1', '只能由数字、字母、下划线、连字符、竖线、星号组成'],
  ['combine_out_trade_no', 'A 1', '只能由数字、字母、下划线、连字符、竖线、星号组成'],
  ['out_refund_no', 'A/1', '只能由数字、字母、下划线、连字符、竖线、星号、@组成'],
  ['notify_url', 'www.example.com/notify', '须为 http:// 或 https:// 开头的完整地址'],
  ['notify_url', 'ftp://www.example.com/notify', '须为 http:// 或 https:// 开头的完整地址'],
])('rejects %s %s', (name, text, issue) => {
  expect(formIssue(name, text)).toBe(issue)
})

test.each([['total', 0, 1], ['total', -1, 1], ['limit', 0, 1], ['offset', -1, 0]])('rejects %s %d', (name, value, limit) => {
  expect(sizeIssue(name, value)).toBe(`数值规则校验失败，数值 ${value}，小于最小值 ${limit}`)
  expect(sizeIssue(name, limit)).toBeUndefined()
})

test('accepts any number if its minimum depends on the operation', () => {
  for (const name of ['total_amount', 'increased_points', 'amount']) expect(sizeIssue(name, -1)).toBeUndefined()
})
