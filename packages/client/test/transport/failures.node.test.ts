import { getEventListeners } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '../../src/client.ts'
import type { ClientOptions, FailedAttempt, RequestOptions, RetryPolicy, SentRequest } from '../../src/options.ts'
import { safeRetry } from '../../src/retry.ts'
import { type Platform, type Reply, replying, startPlatform } from '../support/platform.ts'
import { twins, type Verb } from '../support/twins.ts'

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
  silent = platform.baseUrl.replace('127.0.0.1', '127.0.0.2')
})
afterAll(() => platform.close())

let silent: string
const retry = safeRetry({ delay: () => 1 })

describe.each(Object.entries(twins))('%s', (_, call) => {
  const ask = (reply: Reply, options: Partial<ClientOptions> = {}, verb: Verb = 'get', more: RequestOptions = {}) =>
    call(createClient({ ...platform.options, ...options }).v3.x, verb, { ...replying(reply), ...more })
  const failure = (...args: Parameters<typeof ask>) =>
    ask(...args).then(() => expect.fail('was let pass'), (error: unknown) => error)

  it.each<[string, Reply]>([
    ['a slow response', { delay: 60_000 }], ['a response that stops', { half: 'silent', body: 'x'.repeat(1_000) }],
  ])('gives up %s', async (_, reply) => {
    expect(await failure(reply, { timeout: 50 })).toMatchObject({
      name: 'NetworkError', message: expect.stringContaining('timeout after 50 ms'), cause: expect.anything(),
    })
  })

  it('uses the timeout of the request instead of the client\'s', async () => {
    expect(await ask({ delay: 30 }, { timeout: 1 }, 'get', { timeout: 20_000 })).toHaveProperty('status', 200)
    expect(await failure({ delay: 60_000 }, {}, 'get', { timeout: 20 })).toHaveProperty('name', 'NetworkError')
    expect(await ask({ delay: 30 }, { timeout: Infinity })).toHaveProperty('status', 200)
  })

  it('throws a NetworkError for a response cut in the middle', async () => {
    expect(await failure({ half: 'cut', body: 'x'.repeat(1_000) }))
      .toMatchObject({ name: 'NetworkError', cause: expect.any(Error) })
  })

  it('sends nothing with an aborted signal and throws its reason', async () => {
    const before = await platform.heard()
    const reason = new Error('changed my mind')
    expect(await failure({}, { retry: () => 1 }, 'get', { signal: AbortSignal.abort(reason) })).toBe(reason)
    expect(await platform.heard()).toBe(before)
  })

  it('signs each attempt again', async () => {
    const sent: SentRequest[] = []
    const hooks = { request: (request: SentRequest) => void sent.push(request) }
    expect(await failure({ status: 502, signature: 'none' }, { hooks, retry }, 'get')).toHaveProperty('status', 502)
    expect(sent).toHaveLength(3)
    expect(new Set(sent.map(({ headers }) => headers.Authorization)).size).toBe(3)
  })

  it('does not retry without a policy', async () => {
    const before = await platform.heard()
    await failure({ status: 502 })
    expect(await platform.heard()).toBe(before + 1)
  })

  it('retries a POST only if it is idempotent', async () => {
    const before = await platform.heard()
    await failure({ cut: true }, { retry }, 'post')
    expect(await platform.heard()).toBe(before + 1)
    await failure({ cut: true }, { retry }, 'post', { idempotent: true })
    expect(await platform.heard()).toBe(before + 4)
  })

  it('sends a POST to the standby if the host does not listen', async () => {
    const options = { baseUrl: silent, standbyUrl: platform.baseUrl, retry }
    expect(await ask({}, options, 'post')).toHaveProperty('status', 200)
  })

  it('has no standby for a request with its own base URL', async () => {
    const options = { standbyUrl: platform.baseUrl, retry }
    expect(await failure({}, options, 'get', { baseUrl: silent })).toHaveProperty('name', 'NetworkError')
  })

  it('signs the path of another base URL', async () => {
    const { body } = await ask({}, { baseUrl: silent }, 'get', { baseUrl: `${platform.baseUrl}/global/` })
    expect(JSON.parse(body)).toMatchObject({ url: '/global/v3/x', signed: true })
  })

  it('passes failed attempts to a custom policy', async () => {
    const seen: FailedAttempt[] = []
    const policy = (failed: FailedAttempt) => seen.push(failed) < 2 ? 0 : undefined
    const error = await failure({ status: 400 }, { retry: policy }, 'delete')
    expect(seen).toEqual([
      { attempt: 1, method: 'DELETE', idempotent: false, error: expect.any(Error) },
      { attempt: 2, method: 'DELETE', idempotent: false, error },
    ])
  })

  it('does not retry if a policy returns no milliseconds', async () => {
    const before = await platform.heard()
    const policy = (async () => undefined) as unknown as RetryPolicy
    expect(await failure({ status: 502 }, { retry: policy })).toMatchObject({
      name: 'ArgumentError', argument: 'retry', cause: { name: 'ApiError', status: 502 },
    })
    expect(await platform.heard()).toBe(before + 1)
  })

  it('sends and signs a trailing slash', async () => {
    const { body } = await call(createClient(platform.options).v3.merchants._empty_, 'get')
    expect(JSON.parse(body)).toMatchObject({ url: '/v3/merchants/', signed: true })
  })

  it('accepts a 202 without a body', async () => {
    expect(await ask({ status: 202, body: '' }, {}, 'post')).toMatchObject({ status: 202, body: '' })
  })
})

describe('an AbortSignal', () => {
  const reason = new Error('changed my mind')
  const abortIn = (options: Partial<ClientOptions>, reply: Reply, path = 'v3/x') => {
    const controller = new AbortController()
    const wxpay = createClient({ ...platform.options, ...options })
    setTimeout(() => controller.abort(reason), 40)
    return wxpay.chain(path).getAsync({ ...replying(reply), signal: controller.signal })
  }

  it('ends a running call', async () => {
    await expect(abortIn({}, { delay: 60_000 })).rejects.toBe(reason)
  })

  it('ends the wait before a retry', async () => {
    await expect(abortIn({ retry: () => 60_000 }, { status: 502 })).rejects.toBe(reason)
  })

  it('ends a call whose fetch ignores the signal', async () => {
    await expect(abortIn({ fetch: async () => new Promise(() => {}) }, {})).rejects.toBe(reason)
  })

  it('leaves no listener behind', async () => {
    const { signal } = new AbortController()
    await createClient(platform.options).v3.x.getAsync({ signal })
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })
})

it('reuses connections', async () => {
  const wxpay = createClient(platform.options)
  const before = await platform.connections()
  for (let at = 0; at < 20; at++) await (await wxpay.v3.x.getAsync()).json()
  expect(await platform.connections()).toBeLessThan(before + 3)
})

it('gives 200 concurrent calls, right and wrong, their own results', async () => {
  const wxpay = createClient(platform.options)
  const replies: [Reply, string][] = [
    [{}, 'fulfilled'], [{ signature: 'wrong' }, 'SignatureError'], [{ status: 404 }, 'ApiError'],
    [{ cut: true }, 'NetworkError'], [{ status: 502, signature: 'none', body: '<h1>' }, 'ApiError'],
  ]
  const calls = Array.from({ length: 200 }, (_, at) => replies[at % replies.length]!)
  const ends = await Promise.allSettled(calls.map(([reply]) => wxpay.v3.x.getAsync(replying(reply))))
  expect(ends.map(end => end.status === 'fulfilled' ? end.status : end.reason.name)).toEqual(calls.map(([, end]) => end))
})
