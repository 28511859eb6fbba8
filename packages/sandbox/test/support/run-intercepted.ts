import { cpSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { spawnCommand, temporaryFolder } from './command.ts'

const examples = fileURLToPath(new URL('../../examples/intercepted', import.meta.url))

/**
 * Tests a program of an SDK that knows nothing of the sandbox: it gets its packages through the proxy, downloads the
 * platform's certificate, orders, queries, and prints the state of the order.
 * @param sdk the folder of the program
 * @param command what a shell runs in a copy of it
 */
export function testIntercepted(sdk: string, command: string): void {
  test(`${sdk} runs as in production`, async () => {
    const cwd = temporaryFolder()
    cpSync(`${examples}/${sdk}`, cwd, { recursive: true })
    const { lines, log, exit } = spawnCommand(['run', '--', 'sh', '-ec', command], cwd)
    const { code, stderr } = await exit()
    expect({ code, lastLine: lines.all.at(-1), log: log.all }, stderr).toEqual({ code: 0, lastLine: 'NOTPAY', log: [] })
  })
}
