import { getEventListeners } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient } from '../../src/client.ts'
import type { ClientOptions, FailedAttempt, RequestOptions, RetryPolicy, SentRequest } from '../../src/options.ts'
import { safeRetry } from '../../src/retry.ts'
import { type Platform, type Reply, replying, startPlatform } from '../support/platform.ts'
import { twins, type Verb } from '../support/twins.ts'

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
  nobody = platform.baseUrl.replace('127.0.0.1', '127.0.0.2')
})
afterAll(() => platform.close())

let nobody: string
const retry = safeRetry({ delay: () => 1 })

describe.each(Object.entries(twins))('%s', (_, call) => {
  const ask = (reply: Reply, options: Partial<ClientOptions> = {}, verb: Verb = 'get', more: RequestOptions = {}) =>
    call(createClient({ ...platform.options, ...options }).v3.x, verb, { ...replying(reply), ...more })
  const failure = (...args: Parameters<typeof ask>) =>
    ask(...args).then(() => expect.fail('was let pass'), (error: unknown) => error)

  test.each<[string, Reply]>([
    ['a slow answer', { delay: 60_000 }], ['an answer that stops', { half: 'silent', body: 'x'.repeat(1_000) }],
  ])('%s is given up', async (_, reply) => {
    expect(await failure(reply, { timeout: 50 })).toMatchObject({
      name: 'NetworkError', message: expect.stringContaining('timeout after 50 ms'), cause: expect.anything(),
    })
  })

  test('a timeout of the request replaces the client\'s', async () => {
    expect(await ask({ delay: 30 }, { timeout: 1 }, 'get', { timeout: 20_000 })).toHaveProperty('status', 200)
    expect(await failure({ delay: 60_000 }, {}, 'get', { timeout: 20 })).toHaveProperty('name', 'NetworkError')
    expect(await ask({ delay: 30 }, { timeout: Infinity })).toHaveProperty('status', 200)
  })

  test('an answer cut in the middle is a NetworkError', async () => {
    expect(await failure({ half: 'cut', body: 'x'.repeat(1_000) }))
      .toMatchObject({ name: 'NetworkError', cause: expect.any(Error) })
  })

  test('an aborted signal sends nothing and throws its reason', async () => {
    const before = await platform.heard()
    const reason = new Error('changed my mind')
    expect(await failure({}, { retry: () => 1 }, 'get', { signal: AbortSignal.abort(reason) })).toBe(reason)
    expect(await platform.heard()).toBe(before)
  })

  test('what is repeated is signed anew', async () => {
    const sent: SentRequest[] = []
    const hooks = { request: (request: SentRequest) => void sent.push(request) }
    expect(await failure({ status: 502, signature: 'none' }, { hooks, retry }, 'get')).toHaveProperty('status', 502)
    expect(sent).toHaveLength(3)
    expect(new Set(sent.map(({ headers }) => headers.Authorization)).size).toBe(3)
  })

  test('nothing is repeated unless asked', async () => {
    const before = await platform.heard()
    await failure({ status: 502 })
    expect(await platform.heard()).toBe(before + 1)
  })

  test('a POST is repeated only if the caller calls it idempotent', async () => {
    const before = await platform.heard()
    await failure({ cut: true }, { retry }, 'post')
    expect(await platform.heard()).toBe(before + 1)
    await failure({ cut: true }, { retry }, 'post', { idempotent: true })
    expect(await platform.heard()).toBe(before + 4)
  })

  test('where nobody listens, a POST goes to the standby', async () => {
    const options = { baseUrl: nobody, standbyUrl: platform.baseUrl, retry }
    expect(await ask({}, options, 'post')).toHaveProperty('status', 200)
  })

  test('a request for another access point has no standby', async () => {
    const options = { standbyUrl: platform.baseUrl, retry }
    expect(await failure({}, options, 'get', { baseUrl: nobody })).toHaveProperty('name', 'NetworkError')
  })

  test('another access point is signed with its path', async () => {
    const { body } = await ask({}, { baseUrl: nobody }, 'get', { baseUrl: `${platform.baseUrl}/global/` })
    expect(JSON.parse(body)).toMatchObject({ url: '/global/v3/x', signed: true })
  })

  test('a policy of one\'s own sees what failed', async () => {
    const seen: FailedAttempt[] = []
    const policy = (failed: FailedAttempt) => seen.push(failed) < 2 ? 0 : undefined
    const error = await failure({ status: 400 }, { retry: policy }, 'delete')
    expect(seen).toEqual([
      { attempt: 1, method: 'DELETE', idempotent: false, error: expect.any(Error) },
      { attempt: 2, method: 'DELETE', idempotent: false, error },
    ])
  })

  test('a policy that answers no milliseconds repeats nothing', async () => {
    const before = await platform.heard()
    const policy = (async () => undefined) as unknown as RetryPolicy
    expect(await failure({ status: 502 }, { retry: policy })).toMatchObject({
      name: 'ArgumentError', argument: 'retry', cause: { name: 'ApiError', status: 502 },
    })
    expect(await platform.heard()).toBe(before + 1)
  })

  test('a trailing slash is sent and signed', async () => {
    const { body } = await call(createClient(platform.options).v3.merchants._empty_, 'get')
    expect(JSON.parse(body)).toMatchObject({ url: '/v3/merchants/', signed: true })
  })

  test('a 202 without body', async () => {
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

  test('ends a call under way', async () => {
    await expect(abortIn({}, { delay: 60_000 })).rejects.toBe(reason)
  })

  test('ends the wait before a repetition', async () => {
    await expect(abortIn({ retry: () => 60_000 }, { status: 502 })).rejects.toBe(reason)
  })

  test('ends a call whose fetch minds no signal', async () => {
    await expect(abortIn({ fetch: async () => new Promise(() => {}) }, {})).rejects.toBe(reason)
  })

  test('leaves no listener behind', async () => {
    const { signal } = new AbortController()
    await createClient(platform.options).v3.x.getAsync({ signal })
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })
})

test('calls use connections again', async () => {
  const wxpay = createClient(platform.options)
  const before = await platform.connections()
  for (let at = 0; at < 20; at++) await (await wxpay.v3.x.getAsync()).json()
  expect(await platform.connections()).toBeLessThan(before + 3)
})

test('200 calls at once, right and wrong, each come to their own end', async () => {
  const wxpay = createClient(platform.options)
  const replies: [Reply, string][] = [
    [{}, 'fulfilled'], [{ signature: 'wrong' }, 'SignatureError'], [{ status: 404 }, 'ApiError'],
    [{ cut: true }, 'NetworkError'], [{ status: 502, signature: 'none', body: '<h1>' }, 'ApiError'],
  ]
  const calls = Array.from({ length: 200 }, (_, at) => replies[at % replies.length]!)
  const ends = await Promise.allSettled(calls.map(([reply]) => wxpay.v3.x.getAsync(replying(reply))))
  expect(ends.map(end => end.status === 'fulfilled' ? end.status : end.reason.name)).toEqual(calls.map(([, end]) => end))
})
