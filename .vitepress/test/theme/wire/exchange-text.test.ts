import { expect, it } from 'vitest'
import { exchangeText } from '../../../theme/wire/exchange-text.ts'

const request = { method: 'GET', url: 'https://a.test/v3/x', headers: { Accept: 'application/json' }, body: '' }

it('writes request and response as HTTP shows them', () => {
  const response = { status: 200, headers: { 'Request-ID': '1' }, body: '{"a":1}' }
  expect(exchangeText({ request: { ...request, method: 'POST', body: '{}' }, response })).toBe([
    'POST https://a.test/v3/x', 'Accept: application/json', '', '{}', '', 'HTTP 200', 'Request-ID: 1', '', '{"a":1}',
  ].join('\n'))
})

it('leaves out a missing body and a missing response', () => {
  expect(exchangeText({ request })).toBe('GET https://a.test/v3/x\nAccept: application/json')
})
