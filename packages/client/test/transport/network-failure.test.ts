import { expect, test } from 'vitest'
import { networkFailure, reasonsOf } from '../../src/transport/network-failure.ts'

test('tells the call and the reasons, and keeps the cause', () => {
  const cause = new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED 127.0.0.1:9') })
  const request = { method: 'GET', url: 'https://host/v3/x', headers: { Authorization: 'x' }, body: '', message: '' }
  const error = networkFailure(request, cause)
  expect(error.message)
    .toBe('GET https://host/v3/x got no answer: fetch failed: connect ECONNREFUSED 127.0.0.1:9')
  expect(error.cause).toBe(cause)
})

test('a cause that is no error, or goes round in circles', () => {
  const circle = new Error('again')
  circle.cause = circle
  expect(reasonsOf('offline')).toBe('offline')
  expect(reasonsOf(undefined)).toBe('undefined')
  expect(reasonsOf(circle)).toMatch(/^(again(: )?){2,8}$/)
})
