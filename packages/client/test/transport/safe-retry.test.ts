import { expect, it } from 'vitest'
import { ApiError, ArgumentError, NetworkError, SignatureError } from '../../src/errors/index.ts'
import type { FailedAttempt } from '../../src/options.ts'
import { safeRetry } from '../../src/transport/safe-retry.ts'

const api = (status: number, verified = true) =>
  new ApiError('', { status, verified, code: undefined, detail: undefined, requestId: undefined })
const network = (code?: string) => new NetworkError('', { cause: new TypeError('fetch failed', { cause: Object.assign(new Error(), { code }) }) })

const [get, post, idempotentPost] = [
  { method: 'GET', idempotent: false }, { method: 'POST', idempotent: false }, { method: 'POST', idempotent: true },
]
const isRepeated = (call: Omit<FailedAttempt, 'error' | 'attempt'>, error: unknown) =>
  safeRetry({ delay: () => 7 })({ ...call, error, attempt: 1 }) === 7

it.each<[string, unknown, get: boolean, post: boolean, idempotent: boolean]>([
  ['a refused connection', network('ECONNREFUSED'), true, true, true],
  ['an unknown host name', network('ENOTFOUND'), true, true, true],
  ['a connection timeout', network('UND_ERR_CONNECT_TIMEOUT'), true, true, true],
  ['a connection cut', network('ECONNRESET'), true, false, true],
  ['a timeout', network(), true, false, true],
  ['a signed 429', api(429), true, true, true],
  ['an unsigned 429', api(429, false), true, false, true],
  ['a signed 500', api(500), true, false, true],
  ['a gateway\'s error', api(502, false), true, false, true],
  ['a refusal', api(400), false, false, false],
  ['a 401', api(401, false), false, false, false],
  ['a redirect', new NetworkError(''), false, false, false],
  ['a forgery', new SignatureError('', { reason: '', serial: '', requestId: '' }), false, false, false],
  ['an unusable option', new ArgumentError('json', ''), false, false, false],
  ['an error of a hook', new Error(''), false, false, false],
  ['an undefined error', undefined, false, false, false],
])('decides to retry after %s', (_, error, ...repeated) => {
  expect([get, post, idempotentPost].map(call => isRepeated(call!, error))).toEqual(repeated)
})

it.each(['PUT', 'PATCH', 'DELETE'])('treats %s like POST', (method) => {
  expect(isRepeated({ method, idempotent: false }, api(500))).toBe(false)
})

it('gives up at the limit', () => {
  const policy = safeRetry({ limit: 2, delay: attempt => attempt })
  expect([1, 2, 3].map(attempt => policy({ ...get!, error: api(500), attempt }))).toEqual([1, 2, undefined])
})

it.each<[object, string]>([
  [{ retries: 5 }, 'retries: unknown name in the options of safeRetry(); use limit, delay'],
  [{ limit: NaN }, 'limit: expected a number from 0'],
  [{ limit: '3' }, 'limit: expected a number from 0'],
  [{ limit: -1 }, 'limit: expected a number from 0'],
  [{ delay: 100 }, 'delay: expected a function'],
])('refuses %j', (options, problem) => {
  expect(() => safeRetry(options)).toThrow(problem)
})

it('waits longer each time by default, with a random part', () => {
  const policy = safeRetry({ limit: 9 })
  for (const attempt of [1, 2, 3, 4]) {
    const delay = policy({ ...get!, error: api(500), attempt })!
    expect(delay).toBeGreaterThanOrEqual(50 * 2 ** attempt)
    expect(delay).toBeLessThan(100 * 2 ** attempt)
  }
})
