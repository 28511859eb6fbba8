import { once } from 'node:events'
import { cpSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { startProcess } from '../../../../test/support/process.ts'
import { spawnCommand, startCommand, temporaryFolder } from './command.ts'
import { passed, sdks, steps, ways } from './sdk-matrix.ts'

const examples = fileURLToPath(new URL('../../examples/sdks', import.meta.url))

/**
 * Tests the program of an SDK that the guide shows, by both ways in: it prints the steps that the table of the guide
 * says, and no other. Behind the proxy it knows nothing of the sandbox's address, and gets its packages through it.
 *
 * @param command what a shell runs in a copy of the program's folder
 */
export function testSdk(name: string, command: string): void {
  const sdk = sdks.find(sdk => sdk.name === name)
  if (!sdk) throw new Error(`${name} is not in examples/sdks/matrix.json`)
  const run = { own: runWithSetting, intercepted: runIntercepted }
  for (const way of ways.filter(way => passed(sdk[way]).length)) {
    test(`${name} ${way === 'own' ? 'by its own setting' : 'behind the proxy'} does what the guide says`, async () => {
      const cwd = temporaryFolder()
      cpSync(`${examples}/${sdk.folder ?? name}`, cwd, { recursive: true })
      const { lines, errors } = await run[way](command, cwd)
      // Loggers of SDKs write to standard output too.
      expect(lines.filter(line => steps.includes(line)), errors).toEqual(passed(sdk[way]))
    })
  }
}

async function runWithSetting(command: string, cwd: string) {
  const { settings, url } = await startCommand()
  const { child, stop } = startProcess('sh', ['-ec', command], { cwd, env: { ...process.env, ...settings, API_BASE: url } })
  onTestFinished(stop)
  const exit = once(child, 'exit')
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)])
  expect(await exit, errors).toEqual([0, null])
  return { lines: output.split('\n'), errors }
}

async function runIntercepted(command: string, cwd: string) {
  const { lines, exit } = spawnCommand(['run', '--', 'sh', '-ec', command], cwd)
  const { code, stderr } = await exit()
  expect(code, stderr).toBe(0)
  return { lines: lines.all, errors: stderr }
}
