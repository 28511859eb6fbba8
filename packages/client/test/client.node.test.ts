import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createClient, isSignatureError, SyncResponse } from '../src/index.ts'
import type { FetchSync } from '../src/options.ts'
import { type Platform, startPlatform } from './support/platform.ts'

let platform: Platform
beforeAll(async () => { platform = await startPlatform() })
afterAll(() => platform.close())

const template = 'v3/payscore/smartretail-orders/{out_order_no}/cancel'
const call = { out_order_no: '2304203423948239423', json: { appid: 'wxd678efh567hg6787', reason: '用户投诉' } }

describe('sends the same in all six styles', () => {
  it.each(['async', 'sync'] as const)('%s', async (way) => {
    const wxpay = createClient(platform.options)
    const chains = [
      wxpay.v3.payscore.smartretailOrders._out_order_no_.cancel, wxpay.chain(template), wxpay[template],
    ]
    for (const chain of chains) {
      const response = await (way === 'async' ? chain.postAsync(call) : chain.post(call))
      expect(response).toBeInstanceOf(way === 'async' ? Response : SyncResponse)
      expect(await response.json()).toMatchObject({
        signed: true,
        method: 'POST',
        url: '/v3/payscore/smartretail-orders/2304203423948239423/cancel',
        body: '{"appid":"wxd678efh567hg6787","reason":"用户投诉"}',
      })
    }
  })

  it('returns the response of a synchronous call', () => {
    const wxpay = createClient(platform.options)
    expect(wxpay.chain(template).post(call).json().signed).toBe(true)
  })
})

it('imports the keys once for many calls', async () => {
  const importKey = vi.spyOn(crypto.subtle, 'importKey')
  const wxpay = createClient(platform.options)
  expect(importKey).not.toHaveBeenCalled()
  await Promise.all([1, 2, 3].map(() => wxpay.chain('v3/x').getAsync()))
  expect(importKey.mock.calls.map(([format]) => format).sort()).toEqual(['pkcs8', 'spki'])
  importKey.mockRestore()
})

it('uses the fetch and fetchSync of the options', async () => {
  const raw = { status: 200, headers: {}, body: new Uint8Array() }
  const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response(null))
  const fetchSync = vi.fn<FetchSync>(() => raw)
  const wxpay = createClient({ ...platform.options, fetch, fetchSync })
  await expect(wxpay.chain('v3/x').postAsync({ json: 1 })).rejects.toSatisfy(isSignatureError)
  expect(() => wxpay.chain('v3/x').post({ json: 1 })).toThrow(/not trusted/)
  const url = `${platform.baseUrl}/v3/x`
  expect(fetch).toHaveBeenCalledWith(url, expect.objectContaining({ method: 'POST', body: '1', redirect: 'manual' }))
  expect(fetchSync).toHaveBeenCalledWith(expect.objectContaining({ method: 'POST', url, body: '1' }))
})

it('looks up the global fetch at each call, so that later mocks are used', async () => {
  const wxpay = createClient(platform.options)
  const fetch = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('mocked'))
  await expect(wxpay.chain('v3/x').getAsync()).rejects.toThrow('got no response: mocked')
  fetch.mockRestore()
})

it('shows no key when it is inspected or printed', () => {
  const wxpay = createClient(platform.options)
  const inspected = inspect(wxpay, { depth: 9, showHidden: true, showProxy: true })
  const shown = inspected + JSON.stringify(wxpay) + String(wxpay)
  expect(shown).not.toContain('PRIVATE KEY')
  expect(shown).not.toContain(platform.merchant.privateKey.split('\n')[3])
})
