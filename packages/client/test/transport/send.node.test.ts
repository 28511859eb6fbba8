import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Wxpay } from '../../src/access/wxpay.ts'
import { createClient } from '../../src/client.ts'
import type { ReceivedResponse, RequestOptions, SentRequest } from '../../src/options.ts'
import { type Echo, type Platform, replying, serial, startPlatform } from '../support/platform.ts'
import { twins, type Verb } from '../support/twins.ts'

let platform: Platform
let wxpay: Wxpay
const now = Date.now()
const timestampAt = (offset: number) => String(Math.floor(now / 1000) + offset)
beforeAll(async () => {
  platform = await startPlatform()
  wxpay = createClient({ ...platform.options, now: () => now })
})
afterAll(() => platform.close())

describe.each(Object.entries(twins))('%s', (_, call) => {
  const echoOf = async (verb: Verb, path: string, options?: RequestOptions): Promise<Echo> =>
    JSON.parse((await call(wxpay.chain(path), verb, options)).body)
  const failureOf = (options?: RequestOptions, client = wxpay) =>
    call(client.chain('v3/x'), 'get', options).then(() => expect.fail('was let pass'), (error: unknown) => error)

  it.each<[Verb, RequestOptions]>([
    ['get', {}],
    ['get', { query: { mchid: '1900000001', time: '2015-05-20T13:29:35+08:00', note: '用户 (1)!*\'' } }],
    ['post', {}],
    ['post', { json: { reason: '用户投诉', amount: { total: 1.0 } } }],
    ['post', { body: '{"a" : 1}\n' }],
    ['put', { json: [] }],
    ['patch', { json: {} }],
    ['delete', {}],
    ['delete', { json: { reason: 'x' } }],
  ])('signs %s %j as it arrives', async (verb, options) => {
    const echo = await echoOf(verb, 'v3/pay/{id}', { id: 'a b/c?d#e(用户)', ...options })
    expect(echo.signed).toBe(true)
    expect(echo.method).toBe(verb.toUpperCase())
    expect(echo.url).toMatch('/v3/pay/a%20b%2Fc%3Fd%23e%28%E7%94%A8%E6%88%B7%29')
  })

  it('sends JSON with its content type', async () => {
    const { body, headers } = await echoOf('post', 'v3/x', { json: { reason: '用户投诉' } })
    expect(body).toBe('{"reason":"用户投诉"}')
    expect(headers).toMatchObject({
      'content-type': 'application/json', 'accept': 'application/json', 'user-agent': 'wxpay-live',
    })
  })

  it('names the public key if no certificate is trusted', async () => {
    expect((await echoOf('get', 'v3/x')).headers).toHaveProperty('wechatpay-serial', serial)
  })

  it('prefers the caller\'s headers except for Authorization', async () => {
    const { headers, signed } = await echoOf('post', 'v3/x', {
      body: 'x', headers: { 'content-type': 'text/plain', 'authorization': 'mine', 'AUTHORIZATION': 'mine' },
    })
    expect(headers['content-type']).toBe('text/plain')
    expect(headers.authorization).toMatch(/^WECHATPAY2-SHA256-RSA2048 mchid="1900000001",serial_no="7132D72A/)
    expect(signed).toBe(true)
  })

  it('verifies a 204, which has no body', async () => {
    expect(await call(wxpay.v3.x, 'post', replying({ status: 204, body: '' }))).toMatchObject({ status: 204, body: '' })
    expect(await failureOf(replying({ status: 204, body: '', signature: 'none' }))).toHaveProperty('name', 'SignatureError')
  })

  it.each([
    [{ signature: 'none' }, /Wechatpay-Timestamp, .*Wechatpay-Signature missing/],
    [{ signature: 'wrong' }, /does not match/],
    [{ signature: 'probe' }, /is a WECHATPAY\/SIGNTEST\/ probe/],
    [{ timestamp: timestampAt(301) }, / 301 s off/],
    [{ timestamp: timestampAt(-301) }, /-301 s off/],
    [{ timestamp: 'NaN' }, /whole number/],
    [{ timestamp: '1.7e9' }, /whole number/],
    [{ serial: 'PUB_KEY_ID_OTHER' }, /"PUB_KEY_ID_OTHER" is not in certs/],
    [{ serial: '__proto__' }, /not in certs/],
  ] as const)('refuses a success with %j', async (reply, reason) => {
    const error = await failureOf(replying({ ...reply, body: '{"secret":"of the forger"}' }))
    expect(error).toMatchObject({ name: 'SignatureError', reason: expect.stringMatching(reason), requestId: '08F-1' })
    expect(JSON.stringify(Object.getOwnPropertyDescriptors(error))).not.toContain('forger')
  })

  it.each([300, -300])('accepts a clock that is %i s off', async (offset) => {
    expect(await call(wxpay.v3.x, 'get', replying({ timestamp: timestampAt(offset) }))).toHaveProperty('status', 200)
  })

  it.each(['right', 'none', 'wrong'] as const)('throws an ApiError for a refusal with the signature %s', async (signature) => {
    const body = JSON.stringify({ code: 'PARAM_ERROR', message: '参数错误', detail: { field: '/amount' } })
    expect(await failureOf(replying({ status: 400, body, signature }))).toMatchObject({
      name: 'ApiError', status: 400, code: 'PARAM_ERROR', detail: { field: '/amount' }, requestId: '08F-1',
      verified: signature === 'right',
      message: `400 PARAM_ERROR: 参数错误 (GET ${platform.baseUrl}/v3/x)`,
    })
  })

  it('throws an ApiError for the HTML page of a gateway', async () => {
    const page = { status: 502, signature: 'none', body: '<h1>502</h1>', headers: { 'Content-Type': 'text/html' } } as const
    expect(await failureOf(replying(page))).toMatchObject({
      name: 'ApiError', status: 502, code: undefined, verified: false,
      message: expect.stringContaining('502, without WeChat Pay\'s error JSON: 12 bytes of text/html'),
    })
  })

  it('does not follow a redirect', async () => {
    const before = await platform.heard()
    const error = await failureOf(replying({ status: 302, headers: { Location: '/v3/elsewhere' } }))
    expect(error).toMatchObject({ name: 'NetworkError', message: expect.stringContaining('redirect') })
    expect(await platform.heard()).toBe(before + 1)
  })

  it('throws a NetworkError with a cause for a cut connection', async () => {
    expect(await failureOf(replying({ cut: true }))).toMatchObject({
      name: 'NetworkError', message: expect.stringContaining('got no response: fetch failed'), cause: expect.any(Error),
    })
  })

  it('throws a NetworkError if the host does not listen', async () => {
    const client = createClient({ ...platform.options, baseUrl: 'http://127.0.0.1:9' })
    expect(await failureOf({}, client)).toHaveProperty('name', 'NetworkError')
  })

  it('receives a response of 1 MB', async () => {
    const body = '用户'.repeat(180_000)
    expect(await call(wxpay.v3.x, 'post', { body, ...replying({}) })).toHaveProperty('status', 200)
    expect(JSON.parse((await call(wxpay.v3.x, 'post', { body })).body).body).toBe(body)
  })

  it('passes the request and its verification to the hooks', async () => {
    const seen: (SentRequest | ReceivedResponse)[] = []
    const note = (entry: SentRequest | ReceivedResponse) => void seen.push(entry)
    const client = createClient({ ...platform.options, hooks: { request: note, response: note }, nonce: () => 'N', now: () => 1.7e12 })
    await failureOf({}, client)
    const request = {
      method: 'GET', url: `${platform.baseUrl}/v3/x`, body: '', message: 'GET\n/v3/x\n1700000000\nN\n\n',
      headers: { Authorization: expect.stringContaining('timestamp="1700000000",nonce_str="N"') },
    }
    expect(seen).toMatchObject([request, {
      request, status: 200, headers: { 'wechatpay-serial': serial },
      verification: { verified: false, serial, reason: expect.stringContaining('s off this clock') },
    }])
  })

  it('does not pass an unverified body to the hooks', async () => {
    const seen: unknown[] = []
    const response = ({ headers, verification }: ReceivedResponse) => void seen.push(headers, verification)
    const client = createClient({ ...platform.options, hooks: { response } })
    for (const signature of ['wrong', 'none', 'probe'] as const) {
      await failureOf(replying({ signature, body: '{"name":"forger"}' }), client)
    }
    expect(seen).toHaveLength(6)
    expect(JSON.stringify(seen)).not.toContain('forger')
  })

  it('passes the signed string to the response hook', async () => {
    let seen: ReceivedResponse | undefined
    const hooks = { response: (received: ReceivedResponse) => { seen = received } }
    const client = createClient({ ...platform.options, hooks })
    await call(client.v3.x, 'get', replying({ body: '{}' }))
    expect(seen?.verification).toEqual({ verified: true, serial, message: expect.stringMatching(/^\d+\nnonce\n\{\}\n$/) })
    expect(platform.platform.verify(seen?.verification.message ?? '', seen?.headers['wechatpay-signature'] ?? '')).toBe(true)
  })

  it.each(['request', 'response'] as const)('throws what the %s hook throws', async (name) => {
    const failure = new Error('hook failed')
    const client = createClient({ ...platform.options, hooks: { [name]: () => { throw failure } } })
    expect(await failureOf({}, client)).toBe(failure)
  })

  it.each<[string, unknown, RegExp]>([
    ['a missing variable', {}, /^id: this variable of \/v3\/\{id\} is missing; write \{ id: '…' \}/],
    ['an unknown option', { id: '1', jsn: {} }, /^jsn: .*; did you mean json\?$/],
    ['a body on GET', { id: '1', json: {} }, /^json: a GET request has no body/],
    ['json and body', { id: '1', json: {}, body: 'x' }, /^body: use json or body/],
    ['a string as options', 'x', /expected an object/],
  ])('sends nothing with %s', async (_, options, message) => {
    const before = await platform.heard()
    await expect(call(wxpay.chain('v3/{id}'), 'get', options as RequestOptions)).rejects.toMatchObject({
      name: 'ArgumentError', message: expect.stringMatching(message),
    })
    expect(await platform.heard()).toBe(before)
  })
})

it('sends and returns the same bytes in both twins', async () => {
  const client = createClient({ ...platform.options, nonce: () => 'N', now: () => now })
  const answers = await Promise.all(Object.values(twins).map(async (call) => {
    const { status, body } = await call(client.v3.pay, 'post', { json: { 用户: ['投诉'] }, query: { a: '~ +' } })
    return { status, ...JSON.parse(body), headers: JSON.parse(body).headers.authorization }
  }))
  expect(answers[0]).toEqual(answers[1])
})

it('gives 200 concurrent calls their own responses', async () => {
  const ids = Array.from({ length: 200 }, (_, at) => `id-${at}`)
  const urls = await Promise.all(ids.map(async id => (await wxpay.chain('v3/{id}').getAsync({ id })).json()))
  expect(urls.map(({ url }) => url)).toEqual(ids.map(id => `/v3/${id}`))
})
