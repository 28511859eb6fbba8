import type { SentRequest } from '@wxpay-live/client'
import { describe, expect, it } from 'vitest'
import type { Exchange, RunEvent } from '../../src/messages.ts'
import { Pending } from '../../src/worker/pending.ts'
import { reportExchanges, type Transports } from '../../src/worker/wire.ts'

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
