import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:os'
import { codeOf } from '../values/errors.ts'
import { formatterFor } from './log-line.ts'
import type { CliOptions } from './options.ts'
import { start } from './start.ts'

/** How many lines of the log are kept for a program that fails. */
const keptLines = 1000

/**
 * Runs a program whose requests to WeChat Pay go to a sandbox of its own. If it fails, the sandbox's log is printed on
 * standard error. The exit code of this process is the program's.
 *
 * @throws Error if the sandbox or the program cannot start
 */
export async function runProgram(command: string, args: string[], options: CliOptions): Promise<void> {
  const log: string[] = []
  const format = formatterFor(process.stderr, options.json)
  const sandbox = await start({ ...options, intercept: true }, (event) => {
    log.push(format(event))
    if (log.length > keptLines) log.shift()
  })
  try {
    process.exitCode = await exitCodeOf(command, args, sandbox.settings)
  } finally {
    await sandbox.stop()
  }
  if (process.exitCode === 0) return
  const cut = log.length === keptLines ? `, the last ${keptLines} lines` : ''
  process.stderr.write(`\n# ${command} ended with exit code ${process.exitCode}. The sandbox's log${cut}:\n`)
  process.stderr.write(log.length ? `${log.join('\n')}\n` : '# no request reached the sandbox\n')
}

/** Runs a program to its end; signals to this process are passed on. A signal that ends it counts as in a shell. */
async function exitCodeOf(command: string, args: string[], added: Record<string, string>): Promise<number> {
  const child = spawn(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...added },
    // Commands such as `npm` are scripts on Windows.
    shell: process.platform === 'win32',
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  try {
    const [code, signal] = await once(child, 'exit') as [number | null, NodeJS.Signals | null]
    return code ?? 128 + constants.signals[signal!]
  } catch (cause) {
    throw codeOf(cause) === 'ENOENT' ? new Error(`${command} is not found: is it installed?`, { cause }) : cause
  }
}
