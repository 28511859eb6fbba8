import { expect, it } from 'vitest'
import { readDelivery } from '../src/delivery.ts'
import type { ClientOptions } from '../src/options.ts'

const read = (options: Partial<ClientOptions>) => readDelivery(options as ClientOptions)

it('defaults to WeChat Pay\'s host and standby, 30 seconds and no retries', () => {
  expect(read({})).toEqual({
    hosts: ['https://api.mch.weixin.qq.com', 'https://api2.mch.weixin.qq.com'], timeout: 30_000,
  })
})

it.each<[Partial<ClientOptions>, string[]]>([
  [{ baseUrl: 'https://api.mch.weixin.qq.com/' }, ['https://api.mch.weixin.qq.com', 'https://api2.mch.weixin.qq.com']],
  [{ baseUrl: 'https://apihk.mch.weixin.qq.com/global/' }, ['https://apihk.mch.weixin.qq.com/global']],
  [{ baseUrl: 'HTTPS://Example.COM:443/pay/' }, ['https://example.com/pay']],
  [{ baseUrl: 'http://127.0.0.1:8080', standbyUrl: 'http://127.0.0.1:8081/' }, ['http://127.0.0.1:8080', 'http://127.0.0.1:8081']],
  [{ standbyUrl: '' }, ['https://api.mch.weixin.qq.com']],
])('sends with %j to %j', (options, hosts) => {
  expect(read(options).hosts).toEqual(hosts)
})

it.each<[unknown, string]>([
  [{ baseUrl: 'api.mch.weixin.qq.com' }, 'baseUrl: expected an absolute http(s) URL'],
  [{ baseUrl: 'ftp://host' }, 'baseUrl: expected'],
  [{ baseUrl: 'https://user:password@host' }, 'baseUrl: expected'],
  [{ baseUrl: 'https://host/?a=1' }, 'baseUrl: expected'],
  [{ baseUrl: '' }, 'baseUrl: expected'],
  [{ standbyUrl: 'x' }, 'standbyUrl: expected'],
  [{ retry: 3 }, 'retry: expected a function'],
  [{ timeout: -1 }, 'timeout: expected milliseconds, less than 2³¹, or Infinity'],
  [{ timeout: NaN }, 'timeout: expected'],
  [{ timeout: '30' }, 'timeout: expected'],
])('refuses %j', (options, problem) => {
  expect(() => read(options as Partial<ClientOptions>)).toThrow(problem)
})

it.each([1, 2 ** 31 - 1, Infinity])('accepts a timeout of %d', (timeout) => {
  expect(read({ timeout }).timeout).toBe(timeout)
})
