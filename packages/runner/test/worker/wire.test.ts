import type { SentRequest } from '@wxpay-live/client'
import { describe, expect, it } from 'vitest'
import type { Exchange, RunEvent } from '../../src/messages.ts'
import { Pending } from '../../src/worker/pending.ts'
import { reportExchanges, type Transports, withWire } from '../../src/worker/wire.ts'

const request: SentRequest = {
  method: 'POST',
  url: 'https://api.mch.weixin.qq.com/v3/certificates',
  headers: { Authorization: 'WECHATPAY2-SHA256-RSA2048 nonce_str="a"' },
  body: '{}',
  message: 'POST\n/v3/certificates\n1\na\n{}\n',
}

const answer = '{"code":"SIGN_ERROR"}'

function wire(transports: Partial<Transports>) {
  const exchanges: Exchange[] = []
  const pending = new Pending()
  const emit = (event: RunEvent) => {
    if (event.type === 'exchange') exchanges.push(event.exchange)
  }
  const refuse = () => { throw new TypeError('Failed to fetch') }
  const wire = reportExchanges({ fetch: refuse, fetchSync: refuse, ...transports }, pending, emit)
  return { exchanges, pending, ...wire }
}

describe('reportExchanges', () => {
  it('reports signed string, raw response and verification of an asynchronous request', async () => {
    const unsigned = new Response(answer, { status: 401, headers: { 'Request-ID': '1' } })
    const { exchanges, fetch, hooks } = wire({ fetch: async () => unsigned })

    hooks.request?.(request)
    const response = await fetch(request.url, { method: 'POST', headers: request.headers, body: request.body })
    hooks.response?.({ request, status: 401, headers: {}, verification: { verified: false, reason: 'unsigned' } })

    expect(await response.text()).toBe(answer)
    expect(exchanges).toEqual([{
      request,
      response: { status: 401, headers: expect.objectContaining({ 'request-id': '1' }), body: answer },
      verification: { verified: false, reason: 'unsigned' },
    }])
  })

  it('reports the same of a synchronous request', () => {
    const raw = { status: 200, headers: { date: 'today' }, body: new TextEncoder().encode('好') }
    const { exchanges, fetchSync, hooks } = wire({ fetchSync: () => raw })

    hooks.request?.(request)
    expect(fetchSync(request)).toBe(raw)
    hooks.response?.({ request, status: 200, headers: {}, verification: { verified: true, serial: 'AB' } })

    expect(exchanges).toEqual([{
      request,
      response: { status: 200, headers: { date: 'today' }, body: '好' },
      verification: { verified: true, serial: 'AB' },
    }])
  })

  it('reports a request without a response, rethrows its error and counts it as ended', async () => {
    const { exchanges, fetch, fetchSync, hooks, pending } = wire({})

    hooks.request?.(request)
    await expect(fetch(request.url, { headers: request.headers })).rejects.toThrow('Failed to fetch')
    hooks.request?.(request)
    expect(() => fetchSync(request)).toThrow('Failed to fetch')

    expect(exchanges).toEqual([{ request }, { request }])
    await pending.drained()
  })

  it('reports a request that the code sends itself, with its body and without a signed string', async () => {
    const { exchanges, fetch, pending } = wire({ fetch: async () => new Response(answer, { status: 401 }) })

    const response = await fetch(request.url, { method: 'POST', headers: { Accept: '*/*' }, body: '{}' })

    expect(await response.text()).toBe(answer)
    expect(exchanges).toEqual([{
      request: {
        method: 'POST', url: request.url, body: '{}', headers: { 'accept': '*/*', 'content-type': 'text/plain;charset=UTF-8' },
      },
      response: { status: 401, headers: { 'content-type': 'text/plain;charset=UTF-8' }, body: answer },
    }])
    await pending.drained()
  })

  it('lists a request as pending until it ends', async () => {
    const waiting: string[][] = []
    const pending = new Pending(list => waiting.push(list))
    const transports = { fetch: async () => Response.json({}), fetchSync: () => { throw new Error() } }
    const { fetch } = reportExchanges(transports, pending, () => {})
    await fetch(request.url)
    expect(waiting).toEqual([[`GET ${request.url}`], []])
  })

  it('tells files that WeChat Pay never signs from responses that are not trusted, in Chinese', () => {
    const { exchanges, hooks } = wire({})
    for (const reason of ['WeChat Pay does not sign this file', 'Wechatpay-Signature does not match']) {
      hooks.request?.(request)
      hooks.response?.({ request, status: 200, headers: {}, verification: { verified: false, reason } })
    }
    expect(exchanges.map(({ verification }) => verification)).toEqual([
      { verified: false, reason: '微信支付不给这种文件签名', unsigned: true },
      { verified: false, reason: 'Wechatpay-Signature 与其余部分对不上' },
    ])
  })

  it('keeps concurrent requests apart', async () => {
    const second = { ...request, headers: { Authorization: 'WECHATPAY2-SHA256-RSA2048 nonce_str="b"' } }
    const { exchanges, fetch, hooks } = wire({
      fetch: async (input, init) => new Response(new Request(input, init).headers.get('Authorization')),
    })

    hooks.request?.(request)
    hooks.request?.(second)
    await Promise.all([second, request].map(({ url, headers }) => fetch(url, { headers })))
    hooks.response?.({ request: second, status: 200, headers: {}, verification: { verified: true } })
    hooks.response?.({ request, status: 200, headers: {}, verification: { verified: true } })

    expect(exchanges.map(({ response }) => response?.body))
      .toEqual([second.headers.Authorization, request.headers.Authorization])
  })
})

describe('withWire', () => {
  it('reports to the hooks of the client too, and leaves its own functions', () => {
    const calls: string[] = []
    const { hooks, ...transports } = wire({})
    const fetchSync = () => { throw new Error() }
    const options = withWire({
      mchid: '1', serial: '2', privateKey: '3', fetchSync, hooks: { request: () => calls.push('own') },
    }, { ...transports, hooks: { ...hooks, request: () => calls.push('wire') } })

    options.hooks?.request?.(request)

    expect(calls).toEqual(['wire', 'own'])
    expect(options).toMatchObject({ mchid: '1', fetchSync, fetch: transports.fetch })
  })
})
