import { expect, it } from 'vitest'
import { partOf } from '../../catalog/part-of.ts'

it.each([
  ['/v3/pay/transactions/jsapi', 'pay'],
  ['/v3/certificates', 'certificates'],
  ['/v3/applyment4sub/applyment/', 'applyment4sub'],
  ['/hk/v3/refunds/id/1', 'refunds'],
  ['/v3/', ''],
  ['/', ''],
  ['/v4/pay', ''],
])('assigns %j to part %j', (path, part) => {
  expect(partOf(path)).toBe(part)
})
