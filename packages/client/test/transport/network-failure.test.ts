import { expect, it } from 'vitest'
import { ArgumentError } from '../../src/errors/index.ts'
import { failureOf, reasonsOf } from '../../src/transport/network-failure.ts'

const request = { method: 'GET', url: 'https://host/v3/x' }
const running = { signal: undefined }

it('names every cause of a failure', () => {
  const cause = new TypeError('fetch failed', { cause: new Error('connect', { cause: new Error('ECONNREFUSED') }) })
  const error = failureOf(running, request, cause)
  expect(error).toMatchObject({
    name: 'NetworkError', cause, message: 'GET https://host/v3/x got no response: fetch failed: connect: ECONNREFUSED',
  })
})

it('returns the reason of an aborted call, and an ArgumentError, unchanged', () => {
  const reason = new Error('changed my mind')
  expect(failureOf({ signal: AbortSignal.abort(reason) }, request, reason)).toBe(reason)
  const problem = new ArgumentError('fetchSync', 'unusable')
  expect(failureOf(running, request, problem)).toBe(problem)
})

it('reads a cause that is not an error, or is its own cause', () => {
  const circle = new Error('again')
  circle.cause = circle
  expect(reasonsOf('offline')).toBe('offline')
  expect(reasonsOf(undefined)).toBe('undefined')
  expect(reasonsOf(circle)).toMatch(/^(again(: )?){2,8}$/)
})
