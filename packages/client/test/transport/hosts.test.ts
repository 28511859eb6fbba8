import { expect, test } from 'vitest'
import { NetworkError, WxpayError } from '../../src/errors/index.ts'
import { nextHost } from '../../src/transport/hosts.ts'

const noAnswer = new NetworkError('', { cause: new Error() })
const hosts = ['https://one', 'https://two']

test('where no answer came, the other one is next, there and back', () => {
  expect(nextHost(hosts, 'https://one', noAnswer)).toBe('https://two')
  expect(nextHost(hosts, 'https://two', noAnswer)).toBe('https://one')
})

test('an answer, a redirect or the lack of another keeps the host', () => {
  expect(nextHost(hosts, 'https://one', new WxpayError())).toBe('https://one')
  expect(nextHost(hosts, 'https://one', new NetworkError('redirect'))).toBe('https://one')
  expect(nextHost(['https://one'], 'https://one', noAnswer)).toBe('https://one')
})
