import { execFile, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test, vi } from 'vitest'
import { startCommand } from '../support/command.ts'
import { control } from '../support/server.ts'

// Compilers take their time, on machines that may be busy.
vi.setConfig({ testTimeout: 120_000 })

const examples = fileURLToPath(new URL('../../examples', import.meta.url))

/** The programs the guide shows: what runs each, and what tells whether this machine can. */
const programs: [language: string, command: string[], check: string[]][] = [
  ['PHP', ['php', 'client.php'], ['php', '-r', 'exit(extension_loaded("openssl") ? 0 : 1);']],
  ['Java', ['java', 'Client.java'], ['java', '-m', 'jdk.compiler/com.sun.tools.javac.Main', '--version']],
  ['Go', ['go', 'run', 'client.go'], ['go', 'version']],
  ['Python', ['python3', 'client.py'], ['python3', '-c', 'import cryptography']],
]

const runs = ([command = '', ...args]: string[]) => spawnSync(command, args).status === 0

for (const [language, command, check] of programs) {
  const isInstalled = runs(check)
  const note = isInstalled ? '' : ' (not installed here)'
  test.runIf(isInstalled)(`${language} signs, orders, queries, and refuses a wrong signature${note}`, async () => {
    const sandbox = await startCommand()
    const [program = '', ...args] = command
    const run = () => promisify(execFile)(program, args, {
      cwd: examples, env: { ...process.env, ...sandbox.settings, GO111MODULE: 'off' },
    })
    expect((await run()).stdout).toBe('NOTPAY\n')
    expect(await control(sandbox, 'GET', '/state?kind=transaction'))
      .toMatchObject({ body: [{ data: { description: '早餐', trade_state: 'NOTPAY' } }] })

    await control(sandbox, 'PUT', '/scenario', { name: 'WRONG_SIGNATURE' })
    await expect(run()).rejects.toMatchObject({ stdout: '', stderr: expect.stringMatching(/签名不对|verification error|InvalidSignature/) })
  })
}
