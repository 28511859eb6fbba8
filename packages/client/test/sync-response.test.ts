import { expect, it } from 'vitest'
import { SyncResponse } from '../src/sync-response.ts'

const response = (text: string, status = 200) => new SyncResponse({
  status, headers: { 'request-id': '08F' }, body: new TextEncoder().encode(text),
})

it('returns the same as a Response of the same bytes', async () => {
  for (const text of ['{"a":"用户"}', '', '\ufeff{}', '[1]\n']) {
    const [sync, async] = [response(text), new Response(text, { headers: { 'request-id': '08F' } })]
    expect(sync.status).toBe(async.status)
    expect(sync.ok).toBe(async.ok)
    expect(sync.headers.get('Request-ID')).toBe(async.headers.get('Request-ID'))
    expect(sync.text()).toBe(await async.clone().text())
    expect(sync.bytes()).toEqual(await async.clone().bytes())
    expect(new Uint8Array(sync.arrayBuffer())).toEqual(await async.bytes())
  }
})

it('reads JSON, and throws if it is invalid', () => {
  expect(response('{"a":1}').json()).toEqual({ a: 1 })
  expect(() => response('', 204).json()).toThrow(SyntaxError)
})

it('can be read repeatedly, and returns copies', () => {
  const answer = response('{"a":1}')
  answer.bytes().fill(0)
  new Uint8Array(answer.arrayBuffer()).fill(0)
  expect([answer.text(), answer.json(), answer.text()]).toEqual(['{"a":1}', { a: 1 }, '{"a":1}'])
})

it.each([[200, true], [204, true], [299, true], [300, false], [199, false]])('has for a %i the ok %s', (status, ok) => {
  expect(response('', status).ok).toBe(ok)
})
