import { afterEach, expect, it, vi } from 'vitest'
import { fetchFile } from '../../loading/fetch-file.ts'

vi.mock('vitepress', () => ({ withBase: (path: string) => `/base${path}` }))
afterEach(() => vi.unstubAllGlobals())

it('asks again for a file that keeps its name', async () => {
  const requests: [url: string, cache: RequestCache | undefined][] = []
  vi.stubGlobal('fetch', async (url: string, { cache }: RequestInit) => {
    requests.push([url, cache])
    return new Response('content')
  })
  await fetchFile('a/index.json', false)
  const response = await fetchFile('a/part.1234.json', true)
  expect(await response.text()).toBe('content')
  expect(requests).toEqual([['/base/a/index.json', 'no-cache'], ['/base/a/part.1234.json', undefined]])
})

it.each([
  ['the server', async () => new Response('', { status: 503 }), 'a.json: status 503'],
  ['the network', async () => { throw new TypeError('Failed to fetch') }, 'a.json: Failed to fetch'],
])('names the file when %s fails', async (_what, fail, message) => {
  vi.stubGlobal('fetch', fail)
  await expect(fetchFile('a.json', true)).rejects.toThrow(message)
})
