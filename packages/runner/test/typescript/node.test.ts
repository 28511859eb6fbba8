import { afterEach, expect, test } from 'vitest'
import { run, type RunEvent } from '../../src/index.ts'
import { createTypescriptWorker } from '../../src/typescript/node.ts'
import { settings } from '../support/platform.ts'

const client = { ...settings, baseUrl: 'http://127.0.0.1:9' }
let events: RunEvent[] = []
afterEach(() => { events = [] })

const onEvent = (event: RunEvent) => void events.push(event)
const attempt = (code: string, timeout = 5000) => (
  run(code, { createWorker: createTypescriptWorker, client, samples: {}, timeout, onEvent }).outcome
)

test('code with types and top-level await', async () => {
  expect(await attempt('const n: number = await Promise.resolve(1)\nif (n !== 1) throw new Error()')).toBe('done')
})

test('whatever access point it names, nothing leaves the machine', async () => {
  for (const call of ['await wxpay.v3.x.getAsync', 'wxpay.v3.x.get']) {
    events = []
    expect(await attempt(`${call}({ baseUrl: 'https://apihk.mch.weixin.qq.com/' })`)).toBe('failed')
    const [error] = events.filter(event => event.type === 'error')
    expect(error?.message).toMatch(/ECONNREFUSED|bad port/)
  }
})

test('not by its own requests either', async () => {
  expect(await attempt('await fetch("http://127.0.0.1:8787/_sandbox/clock")')).toBe('failed')
  expect(await attempt('await fetch(new Request("https://example.com/"))')).toBe('failed')
  const messages = events.filter(event => event.type === 'error').map(({ message }) => message)
  expect(messages).toEqual([expect.stringMatching(/bad port|fetch failed/), expect.stringMatching(/bad port|fetch failed/)])
})

test('the line it throws in', async () => {
  const code = 'const text: string = "a (b) \'c\': %"\n\nfunction f(): never {\n  throw new RangeError(text)\n}\nf()'
  expect(await attempt(code)).toBe('failed')
  expect(events).toContainEqual({ type: 'error', name: 'RangeError', message: 'a (b) \'c\': %', line: 4 })
})

test('what it throws', async () => {
  expect(await attempt('await wxpay.v3.certificates.get({ a: 1 })')).toBe('failed')
  expect(events).toContainEqual({ type: 'error', name: 'ArgumentError', message: expect.any(String) as string, line: 1 })
})

test('what is no TypeScript', async () => {
  expect(await attempt('const = 1')).toBe('failed')
})

test('what does not end is stopped', async () => {
  expect(await attempt('for (;;) {}', 300)).toBe('timeout')
})
