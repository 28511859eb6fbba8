import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { startCommand } from './command.ts'
import { control } from './server.ts'

const examples = fileURLToPath(new URL('../../examples', import.meta.url))

/**
 * Tests a program that the guide shows against the command: it orders, queries and prints the state of the order.
 * @param command what runs the program in the folder of examples
 */
export function testProgram(language: string, command: string, ...args: string[]): void {
  test(`${language} signs, orders, queries, and refuses a wrong signature`, async () => {
    const sandbox = await startCommand()
    const run = () => promisify(execFile)(command, args, {
      cwd: examples, env: { ...process.env, ...sandbox.settings, GO111MODULE: 'off' },
    })
    expect((await run()).stdout).toBe('NOTPAY\n')
    expect(await control(sandbox, 'GET', '/state?kind=transaction'))
      .toMatchObject({ body: [{ data: { description: '早餐', trade_state: 'NOTPAY' } }] })

    await control(sandbox, 'PUT', '/scenario', { name: 'WRONG_SIGNATURE' })
    await expect(run()).rejects.toMatchObject({
      stdout: '', stderr: expect.stringMatching(/签名不对|verification error|InvalidSignature/),
    })
  })
}
