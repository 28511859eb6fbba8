import { expect, test } from 'vitest'
import { ArgumentError } from '../../src/errors/index.ts'
import { failureOf, reasonsOf } from '../../src/transport/network-failure.ts'

const request = { method: 'GET', url: 'https://host/v3/x' }
const running = { signal: undefined }

test('the message of a failure names every cause', () => {
  const cause = new TypeError('fetch failed', { cause: new Error('connect', { cause: new Error('ECONNREFUSED') }) })
  const error = failureOf(running, request, cause)
  expect(error).toMatchObject({
    name: 'NetworkError', cause, message: 'GET https://host/v3/x got no response: fetch failed: connect: ECONNREFUSED',
  })
})

test('an aborted call throws what it failed with, and any call an ArgumentError', () => {
  const reason = new Error('changed my mind')
  expect(failureOf({ signal: AbortSignal.abort(reason) }, request, reason)).toBe(reason)
  const problem = new ArgumentError('fetchSync', 'unusable')
  expect(failureOf(running, request, problem)).toBe(problem)
})

test('reads a cause that is not an error, or is its own cause', () => {
  const circle = new Error('again')
  circle.cause = circle
  expect(reasonsOf('offline')).toBe('offline')
  expect(reasonsOf(undefined)).toBe('undefined')
  expect(reasonsOf(circle)).toMatch(/^(again(: )?){2,8}$/)
})
