import { expect, it } from 'vitest'
import { NetworkError, WxpayError } from '../../src/errors/index.ts'
import { nextHost } from '../../src/transport/hosts.ts'

const noAnswer = new NetworkError('', { cause: new Error() })
const hosts = ['https://one', 'https://two']

it('alternates between the hosts without a response', () => {
  expect(nextHost(hosts, 'https://one', noAnswer)).toBe('https://two')
  expect(nextHost(hosts, 'https://two', noAnswer)).toBe('https://one')
})

it('keeps the host after a response or a redirect, or without a standby', () => {
  expect(nextHost(hosts, 'https://one', new WxpayError())).toBe('https://one')
  expect(nextHost(hosts, 'https://one', new NetworkError('redirect'))).toBe('https://one')
  expect(nextHost(['https://one'], 'https://one', noAnswer)).toBe('https://one')
})
