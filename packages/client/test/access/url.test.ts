import { expect, it } from 'vitest'
import { buildUrl } from '../../src/access/url.ts'

const base = 'https://api.mch.weixin.qq.com'

it.each<[string, Record<string, unknown>, object, string]>([
  ['/v3/certificates', {}, {}, '/v3/certificates'],
  ['/v3/bill/{date}', { date: '2024-01-01' }, { type: 'ALL' }, '/v3/bill/2024-01-01?type=ALL'],
  ['/v3/marketing/favor/users/', {}, {}, '/v3/marketing/favor/users/'],
])('sends %s as it is signed', (template, variables, query, path) => {
  expect(buildUrl(base, template, variables, query)).toBe(base + path)
})

it('keeps the path of the base URL', () => {
  expect(buildUrl('https://proxy.example/pay', '/v3/x', {}, {})).toBe('https://proxy.example/pay/v3/x')
})

it.each([
  ['/', 'has an empty segment'],
  ['/v3//cancel', 'has an empty segment'],
  ['//evil.example/v3', 'has an empty segment'],
  ['/https://evil.example/v3', 'has an empty segment'],
  ['/v3/x?a=1', 'has a "?" or "#"'],
  ['/v3/x#a', 'has a "?" or "#"'],
  ['/v3/../x', 'would be sent as another URL'],
  ['/v3/%2e%2E/x', 'would be sent as another URL'],
  ['/v3/用户', 'would be sent as another URL'],
  ['/v3/a b', 'would be sent as another URL'],
  ['/v3/a\\b', 'would be sent as another URL'],
  ['/v3/a\nb', 'would be sent as another URL'],
  ['/v3/{}', 'would be sent as another URL'],
  ['/v3/{a', 'would be sent as another URL'],
])('refuses %j', (template, problem) => {
  expect(() => buildUrl(base, template, {}, {})).toThrow(problem)
})

it('refuses dots around a variable', () => {
  expect(() => buildUrl(base, '/v3/.{a}/x', { a: '..' }, {})).toThrow('cannot be ".."')
  expect(buildUrl(base, '/v3/.{a}/x', { a: '.a' }, {})).toBe(`${base}/v3/..a/x`)
})
