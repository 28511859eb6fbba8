import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createClient } from '../../src/client.ts'
import type { ClientOptions, FailedAttempt, RequestOptions } from '../../src/options.ts'
import { safeRetry } from '../../src/retry.ts'
import { codeOf } from '../../src/transport/network-failure.ts'
import { fileOf, type Platform, type Reply, replying, startPlatform } from '../support/platform.ts'
import { twins, type Verb } from '../support/twins.ts'

let platform: Platform
beforeAll(async () => { platform = await startPlatform() })
afterAll(() => platform.close())

interface Situation {
  verb?: Verb
  path?: string
  reply?: Reply
  options?: RequestOptions
  client?: () => Partial<ClientOptions>
}

const now = Date.now()
const retry = safeRetry({ limit: 2, delay: () => 1 })
/** No server listens there. */
const silent = () => platform.baseUrl.replace('127.0.0.1', '127.0.0.2')
const file = new File(['GIF'], '图.gif', { type: 'image/gif' })
const hash = { hash_type: 'SHA1', hash_value: 'a9993e364706816aba3e25717850c26c9cd0d89d' }
const wrongHash = { ...hash, hash_value: '0'.repeat(40) }
const refusal = '{"code":"PARAM_ERROR","message":"参数错误","detail":{"field":"/amount"}}'
const billFile = 'v3/billdownload/file'

const situations: Record<string, Situation> = {
  'a success': { options: { query: { time: '08:00+08:00', 名: '用户' } } },
  'a success with JSON': { verb: 'post', options: { json: { reason: '用户投诉', amount: { total: 1 } } } },
  'a path variable': { path: 'v3/orders/{id}', options: { id: 'a b/用' } },
  'a 204': { verb: 'post', reply: { status: 204, body: '' } },
  'a refusal': { verb: 'post', reply: { status: 400, body: refusal } },
  'a refusal without a signature': { reply: { status: 404, body: refusal, signature: 'none' } },
  'a gateway page': { reply: { status: 502, body: '<h1>502</h1>', signature: 'none' } },
  'a 5xx that is retried': { reply: { status: 500, body: refusal }, client: () => ({ retry }) },
  'a 5xx of a POST that is not retried': { verb: 'post', reply: { status: 500, body: refusal }, client: () => ({ retry }) },
  'an idempotent POST that is retried': {
    verb: 'post', reply: { status: 503, body: refusal }, options: { idempotent: true }, client: () => ({ retry }),
  },
  'a retry policy that returns nonsense': { reply: { status: 500, body: refusal }, client: () => ({ retry: () => NaN }) },
  'a cut connection': { reply: { cut: true } },
  'a response that is cut': { reply: { half: 'cut', body: 'x'.repeat(1_000) } },
  'a response that is late': { reply: { delay: 60_000 }, options: { timeout: 50 } },
  'a server that does not listen': { client: () => ({ baseUrl: silent() }) },
  'a standby host': { verb: 'post', client: () => ({ baseUrl: silent(), standbyUrl: platform.baseUrl, retry }) },
  'another base URL': { options: { get baseUrl() { return `${platform.baseUrl}/global/` } } },
  'a wrong signature': { reply: { signature: 'wrong', body: '{"forged":true}' } },
  'a missing signature': { reply: { signature: 'none' } },
  'an old response': { reply: { timestamp: '1700000000' } },
  'an unknown serial number': { reply: { serial: 'PUB_KEY_ID_OTHER' } },
  'a redirect': { reply: { status: 302, headers: { Location: '/v3/elsewhere' }, body: '' } },
  'an unsigned file': { path: billFile, reply: fileOf('abc') },
  'a file whose hash is right': { path: 'v3/x', reply: fileOf('abc'), options: { hash } },
  'a file whose hash is wrong': { path: billFile, reply: fileOf('abc'), options: { hash: wrongHash } },
  'a signed response whose hash is wrong': { reply: { body: '{}' }, options: { hash: wrongHash } },
  'an empty file': { path: billFile, reply: fileOf('') },
  'a gzip file': { path: billFile, reply: { ...fileOf('abc'), packed: true }, options: { hash, query: { tartype: 'GZIP' } } },
  'a damaged gzip file': { path: billFile, reply: fileOf('abc'), options: { hash, query: { tartype: 'GZIP' } } },
  'an upload': { verb: 'post', options: { body: { meta: { filename: '图.gif' }, file } } },
  'an upload of a form': {
    verb: 'post',
    get options() {
      const body = new FormData()
      body.set('meta', '{"filename":"图.gif"}')
      body.set('file', file)
      return { body }
    },
  },
  'an upload without meta': { verb: 'post', options: { body: new FormData() } },
  'a missing path variable': { path: 'v3/orders/{id}' },
  'an unknown option': { options: { jsn: {} } },
  'a body on GET': { options: { json: {} } },
  'a header that cannot be sent': { options: { headers: { 'X-Name': '用\n' } } },
  'an aborted signal': { options: { signal: AbortSignal.abort(new Error('changed my mind')) } },
  'a hook that throws': { client: () => ({ hooks: { request: () => { throw new Error('hook failed') } } }) },
}

/** Everything visible of a call: its requests, the arguments of its hooks, and its result or error. */
async function outcomeOf(call: typeof twins.async, { verb = 'get', path = 'v3/x', reply = {}, options, client }: Situation) {
  const seen: unknown[] = []
  const wxpay = createClient({
    ...platform.options,
    now: () => now,
    nonce: () => 'N',
    hooks: {
      request: ({ upload, ...request }) => void seen.push(request, upload?.text()),
      response: ({ request, ...response }) => void seen.push(request.url, withoutDate(response)),
    },
    ...client?.(),
  })
  const signed = { timestamp: String(Math.floor(now / 1000)), ...reply }
  const { headers, ...rest } = options ?? {}
  const all = { ...rest, headers: { ...replying(signed).headers, ...headers } }
  const end = await call(wxpay.chain(path), verb, all).then(withoutDate, described)
  return { end, seen: await Promise.all(seen) }
}

/** Node stamps each response with the second in which it was sent. */
const withoutDate = <T extends { headers: Record<string, string> }>(answer: T) =>
  ({ ...answer, headers: { ...answer.headers, date: '' } })

/** An error with its public members. The cause of a network failure is replaced between threads, except for its code. */
function described(error: unknown) {
  if (!(error instanceof Error)) return { thrown: error }
  return { ...error, name: error.name, message: error.message, cause: codeOf(error.cause), caused: 'cause' in error }
}

it.each(Object.entries(situations))('gives the same in both twins for %s', async (_, situation) => {
  const [async, sync] = [await outcomeOf(twins.async, situation), await outcomeOf(twins.sync, situation)]
  expect(sync).toEqual(async)
  expect(async.end).toEqual(expect.anything())
})

it('passes the same attempts to a custom policy in both twins', async () => {
  const attemptsOf = async (call: typeof twins.async) => {
    const attempts: unknown[] = []
    const policy = ({ error, ...rest }: FailedAttempt) =>
      attempts.push({ ...rest, ...described(error) }) < 3 ? 0 : undefined
    await outcomeOf(call, { reply: { status: 400, body: refusal }, client: () => ({ retry: policy }) })
    return attempts
  }
  const attempts = await attemptsOf(twins.async)
  expect(attempts).toHaveLength(3)
  expect(await attemptsOf(twins.sync)).toEqual(attempts)
})

it('reads a stream in an asynchronous call only', async () => {
  const options = () => ({ body: { meta: {}, file: Readable.from(['GIF']) } })
  expect((await outcomeOf(twins.async, { verb: 'post', options: options() })).end).toMatchObject({ status: 200 })
  expect((await outcomeOf(twins.sync, { verb: 'post', options: options() })).end).toMatchObject({
    name: 'ArgumentError', argument: 'body.file', message: expect.stringContaining('use postAsync for a stream'),
  })
})
