import { expect, it } from 'vitest'
import { startupFlag } from '../../src/php/startup-flag.ts'
import { startPhp } from '../support/php.ts'

it('is cleared, so that warnings name their function', async () => {
  const run = await startPhp()
  for (const line of [1, 2]) {
    expect((await run('array_combine([1], []);')).output, `run ${line}`).toContain('array_combine(): Argument #1')
    expect((await run('echo hex2bin("abc");')).output).toBe('\nWarning: hex2bin(): Hexadecimal input string must have an even length in /example.php on line 1\n')
  }
})

it('is found only if PHP exports its globals', () => {
  expect(() => startupFlag({})).toThrow('does not export core_globals')
})
