import { afterEach, expect, test } from 'vitest'
import { loadRunner, loadSandbox, type WorkerEvent } from '../../src/run/peers.ts'
import { createTypescriptWorker } from '../../src/run/typescript-worker.ts'

const { run } = await loadRunner()
const { createIdentity, clientSettings } = await loadSandbox()
const client = clientSettings(await createIdentity())
let events: WorkerEvent[] = []
afterEach(() => { events = [] })

const onEvent = (event: WorkerEvent) => void events.push(event)
const attempt = (code: string, timeout = 5000) => (
  run(code, { createWorker: createTypescriptWorker, client, samples: {}, timeout, onEvent }).outcome
)

test('code with types and top-level await', async () => {
  expect(await attempt('const n: number = await Promise.resolve(1)\nif (n !== 1) throw new Error()')).toBe('done')
})

test('what it throws', async () => {
  expect(await attempt('await wxpay.v3.certificates.get({ a: 1 })')).toBe('failed')
  expect(events).toContainEqual({ type: 'error', name: 'ArgumentError', message: expect.any(String) as string })
})

test('what is no TypeScript', async () => {
  expect(await attempt('const = 1')).toBe('failed')
})

test('what does not end is stopped', async () => {
  expect(await attempt('for (;;) {}', 300)).toBe('timeout')
})
