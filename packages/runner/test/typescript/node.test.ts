import { afterEach, describe, expect, it } from 'vitest'
import { run, type RunEvent } from '../../src/index.ts'
import { createTypescriptWorker } from '../../src/typescript/node.ts'
import { settings } from '../support/platform.ts'

/** Nobody listens on port 9. */
const client = { ...settings, baseUrl: 'http://127.0.0.1:9' }
let events: RunEvent[] = []
afterEach(() => { events = [] })

const onEvent = (event: RunEvent) => void events.push(event)
const attempt = (code: string, timeout = 5000) => (
  run(code, { createWorker: createTypescriptWorker, client, timeout, onEvent }).outcome
)
const messages = () => events.flatMap(event => event.type === 'error' ? [event.message] : [])

describe('a run of TypeScript in a thread', () => {
  it('runs code with types and top-level await', async () => {
    expect(await attempt('const n: number = await Promise.resolve(1)\nif (n !== 1) throw new Error()')).toBe('done')
  })

  it.each(['await wxpay.v3.x.getAsync', 'wxpay.v3.x.get'])('sends %s to the base URL whatever host the code names', async (call) => {
    expect(await attempt(`${call}({ baseUrl: 'https://apihk.mch.weixin.qq.com/' })`)).toBe('failed')
    expect(messages()).toEqual([expect.stringMatching(/ECONNREFUSED|bad port/)])
  })

  it('sends the requests of a client that the code makes to the base URL', async () => {
    const { mchid, serial, privateKey, certs } = settings
    const options = JSON.stringify({ mchid, serial, privateKey, certs })
    const code = `import { createClient } from '@wxpay-live/client'\ncreateClient(${options}).v3.x.get()`
    expect(await attempt(code)).toBe('failed')
    expect(messages()).toEqual([expect.stringMatching(/ECONNREFUSED|bad port/)])
  })

  it.each([
    'await fetch("http://127.0.0.1:8787/_sandbox/clock")', 'await fetch(new Request("https://example.com/"))',
  ])('sends %s to the base URL', async (call) => {
    expect(await attempt(call)).toBe('failed')
    expect(messages()).toEqual([expect.stringMatching(/bad port|fetch failed/)])
  })

  it('reports the line that throws', async () => {
    const code = 'const text: string = "a (b) \'c\': %"\n\nfunction f(): never {\n  throw new RangeError(text)\n}\nf()'
    expect(await attempt(code)).toBe('failed')
    expect(events).toContainEqual({ type: 'error', name: 'RangeError', message: 'a (b) \'c\': %', line: 4, column: 9 })
  })

  it('reports errors of the client', async () => {
    expect(await attempt('await wxpay.v3.certificates.get({ a: 1 })')).toBe('failed')
    expect(events[0]).toMatchObject({ type: 'error', name: 'ArgumentError', line: 1 })
  })

  it('reports the line of a syntax error', async () => {
    expect(await attempt('\nconst = 1')).toBe('failed')
    expect(events[0]).toMatchObject({ type: 'error', name: 'SyntaxError', line: 2 })
  })

  it('stops code that does not end', async () => {
    expect(await attempt('for (;;) {}', 300)).toBe('timeout')
  })

  it('reports a missing base URL', async () => {
    const { outcome } = run('', { createWorker: createTypescriptWorker, client: settings, onEvent })
    expect(await outcome).toBe('failed')
    expect(messages()).toEqual([expect.stringContaining('client.baseUrl is missing')])
  })
})
