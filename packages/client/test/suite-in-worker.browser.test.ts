import { afterAll, expect, it } from 'vitest'
import type { Assignment, Report } from './support/suite-worker.ts'

// Tests that run in Node and on the page also run in a dedicated worker, unless they start workers.
const files = Object.keys(import.meta.glob(['./**/*.test.ts', '!./**/*.node.test.ts', '!./transport/sync/*', '!./suite-in-worker*']))

const worker = new Worker(new URL('./support/suite-worker.ts', import.meta.url), { type: 'module' })
afterAll(() => worker.terminate())

async function runInWorker(path: string): Promise<Report> {
  const { promise, resolve, reject } = Promise.withResolvers<Report>()
  worker.onmessage = ({ data }) => resolve(data)
  worker.onerror = reject
  const { config } = Reflect.get(globalThis, '__vitest_worker__')
  const file = new URL(path, import.meta.url).href
  worker.postMessage({ file, config: JSON.parse(JSON.stringify(config)) } satisfies Assignment)
  return promise
}

it.each(files)('passes %s', async (file) => {
  const { passed, failed } = await runInWorker(file)
  expect(failed).toEqual([])
  expect(passed.length).toBeGreaterThan(0)
})

it('finds the tests, including a whole call', () => {
  expect(files.length).toBeGreaterThan(20)
  expect(files).toContain('./transport/transport.browser.test.ts')
})
