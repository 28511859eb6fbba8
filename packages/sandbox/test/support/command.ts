import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { startProcess } from '../../../../test/support/process.ts'
import { createInbox } from './inbox.ts'

const command = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))

/** Creates a folder that is removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wxpay-sandbox-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Runs `wxpay-sandbox` in a new process and folder; kills it when the test ends. */
export function spawnCommand(args: string[], cwd = temporaryFolder()) {
  const { child, stop } = startProcess(process.execPath, [command, ...args], { cwd })
  onTestFinished(stop)
  const lines = createInbox<string>()
  createInterface(child.stdout).on('line', lines.add)
  const log = createInbox<string>()
  const errors: string[] = []
  const stderr = createInterface(child.stderr).on('line', line => isLog(line) ? log.add(line) : errors.push(`${line}\n`))
  const ended = once(stderr, 'close').then(() => errors.join(''))
  return {
    cwd, lines, log,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    /** Stops reading its output. */
    hangUp: () => void child.stdout.destroy(),
    exit: () => exitOf(child, ended),
  }
}

/** Whether a line of standard error belongs to the log; others are complaints. */
const isLog = (line: string) => /^(?:\{|# |\d\d:\d\d:\d\d )/.test(line)

async function exitOf(child: ChildProcess, stderr: Promise<string>) {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return { code: child.exitCode, signal: child.signalCode, stderr: await stderr }
}

/** Runs `wxpay-sandbox` and waits until it is ready; returns its URL and the settings it prints. */
export async function startCommand(args: string[] = [], cwd?: string) {
  const running = spawnCommand(['--port', '0', '--json', ...args], cwd)
  const failed = running.exit().then(({ stderr }) => { throw new Error(stderr) })
  const line = await Promise.race([running.lines.next(), failed])
  failed.catch(() => {})
  const { settings } = JSON.parse(line) as { settings: Record<string, string> }
  const text = (name: string) => settings[name] ?? ''
  const file = (name: string) => readFileSync(text(name), 'utf8')
  return {
    ...running,
    settings,
    url: text('WXPAY_BASE_URL'),
    /** The options of our client. */
    client: {
      baseUrl: text('WXPAY_BASE_URL'),
      mchid: text('WXPAY_MCHID'),
      serial: text('WXPAY_SERIAL'),
      privateKey: file('WXPAY_PRIVATE_KEY'),
      certs: {
        [text('WXPAY_PUBLIC_KEY_ID')]: file('WXPAY_PUBLIC_KEY'),
        [text('WXPAY_PLATFORM_SERIAL')]: file('WXPAY_PLATFORM_CERTIFICATE'),
      },
      secret: text('WXPAY_APIV3_KEY'),
    },
  }
}
