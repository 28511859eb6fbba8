import { expect, it } from 'vitest'
import { ArgumentError } from '../../src/errors/index.ts'
import { failureOf, reasonsOf } from '../../src/transport/network-failure.ts'

const request = { method: 'GET', url: 'https://host/v3/x', headers: { Authorization: 'WECHATPAY2-SHA256-RSA2048 mchid="1"' } }
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

it('quotes no Authorization, whatever the transport says, and keeps no cause that does', () => {
  const { headers: { Authorization } } = request
  const error = failureOf(running, request, new Error('fetch failed', { cause: new TypeError(`cannot send ${Authorization}`) }))
  expect(error).toMatchObject({ message: 'GET https://host/v3/x got no response: fetch failed: cannot send [redacted]' })
  expect(error).not.toHaveProperty('cause')
})
