import { fetchSync } from '@wxpay-live/client'
import { afterEach, expect, it, vi } from 'vitest'
import type { WorkerMessage } from '../../src/messages.ts'
import { executePhp } from '../../src/php/execute.ts'
import { compilePhp } from '../../src/php/node.ts'
import { settings } from '../support/platform.ts'

const php = await compilePhp()

afterEach(() => { vi.restoreAllMocks() })

async function outputOf(code: string) {
  const messages: WorkerMessage[] = []
  const last = await executePhp({ code, client: settings, php }, fetchSync, message => messages.push(message))
  return { last, output: messages.map(message => message.type === 'output' ? message.text : '').join('') }
}

it('reports a missing PHP module', async () => {
  const messages: WorkerMessage[] = []
  expect(await executePhp({ code: '', client: settings }, fetchSync, message => messages.push(message))).toEqual({ type: 'done', failed: true })
  expect(messages).toEqual([{ type: 'error', name: 'PHP', message: 'php is missing, pass the compiled module to run()' }])
})

it('replaces an instance before its memory runs out, without effect on runs', async () => {
  const instantiate = vi.spyOn(WebAssembly, 'instantiate')
  for (let count = 1; count <= 120; count++) {
    expect(await outputOf(`echo ${count};`)).toEqual({ last: { type: 'done', failed: false }, output: String(count) })
  }
  expect(instantiate.mock.calls.length).toBe(2)
})
