import { describe, expect, it } from 'vitest'
import { FetchQueue, type PageFetch } from '../../src/fetch-queue.ts'
import type { FetchMessage } from '../../src/messages.ts'
import { askPage } from '../../src/worker/ask-page.ts'

const url = 'https://api.mch.weixin.qq.com/v3/x'
const native = () => Promise.reject(new TypeError('blocked by the browser'))

/** The `fetch` of a worker whose page answers so. */
const fetchOf = (page?: PageFetch, fallback: typeof fetch = native) =>
  askPage(fallback, message => new FetchQueue(page).add(message))

describe('fetch in an example', () => {
  it('reaches the page with method, URL, headers and body, and gets its response', async () => {
    const seen: unknown[] = []
    const fetch = fetchOf(async (request) => {
      const { method, url, headers } = request
      seen.push({ method, url, accept: headers.get('Accept'), nonce: headers.get('X-Nonce'), body: await request.text() })
      return new Response('受理', { status: 202, headers: { 'Request-ID': '1' } })
    })

    const response = await fetch(url, { method: 'POST', headers: { 'X-Nonce': 'a' }, body: '{"name":"微信"}' })

    expect(seen).toEqual([{ method: 'POST', url, accept: '*/*', nonce: 'a', body: '{"name":"微信"}' }])
    expect([response.status, response.headers.get('Request-ID'), await response.text()]).toEqual([202, '1', '受理'])
  })

  it('passes bytes on as they are, both ways', async () => {
    const bytes = Uint8Array.of(0, 255, 13, 10)
    const fetch = fetchOf(async request => new Response(await request.arrayBuffer()))
    const response = await fetch(url, { method: 'POST', body: bytes })
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes)
  })

  it('gets a response without body', async () => {
    const response = await fetchOf(async () => new Response(null, { status: 204 }))(url)
    expect([response.status, response.body]).toEqual([204, null])
  })

  it.each<[string, PageFetch]>([
    ['a broken connection', async () => Response.error()],
    ['an error of the page', () => Promise.reject(new Error('no sandbox'))],
  ])('rejects with a TypeError after %s', async (_what, page) => {
    await expect(fetchOf(page)(url)).rejects.toThrow(TypeError)
  })

  it.each([['does not know the URL', async () => undefined], ['has no fetch', undefined]])('uses the fetch of the browser if the page %s', async (_what, page) => {
    const asked: string[] = []
    const fetch = fetchOf(page, async (input) => {
      const request = input as Request
      asked.push(`${request.url} ${await request.text()}`)
      return new Response('from the browser')
    })
    expect(await (await fetch('https://example.com/', { method: 'POST', body: 'x' })).text()).toBe('from the browser')
    expect(asked).toEqual(['https://example.com/ x'])
  })

  it('ends by its signal, before and during the request', async () => {
    const asked: FetchMessage[] = []
    const fetch = askPage(native, message => asked.push(message))
    await expect(fetch(url, { signal: AbortSignal.abort(new Error('before')) })).rejects.toThrow('before')
    expect(asked).toEqual([])

    const controller = new AbortController()
    const ended = fetch(url, { signal: controller.signal })
    controller.abort(new Error('during'))
    await expect(ended).rejects.toThrow('during')
  })
})
