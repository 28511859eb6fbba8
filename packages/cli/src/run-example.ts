import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import getPort from 'get-port'
import type { Sandbox } from '@wxpay-live/sandbox'
import type { Start } from './toolchains/toolchain.ts'

/** Milliseconds that an example may take. */
const limit = 60_000

/** A value that an example can print only if it decrypts the notification. */
const secret = randomUUID()

/** The sandbox of an example, and the settings by which it finds it. */
export interface Place {
  sandbox: Sandbox
  settings: Record<string, string>
  folder: string
}

/** Runs an example that sends a request; returns why it failed, or undefined. */
export async function runRequest(start: Start, place: Place): Promise<string | undefined> {
  const { child, errors } = await startExample(start, place)
  const [code] = await once(child, 'close') as [number | null]
  return code === 0 ? undefined : reasonOf(code, await errors)
}

/** Runs an example that receives notifications and sends it one; returns why it failed, or undefined. */
export async function runReceiver(start: Start, event: string, place: Place): Promise<string | undefined> {
  const port = await getPort({ host: '127.0.0.1' })
  const { child, errors, output } = await startExample(start, place, port)
  const closed = once(child, 'close')
  try {
    const url = `http://127.0.0.1:${port}/notify`
    // The examples verify with the public key.
    place.sandbox.control.scenario.set('PUBLIC_KEY_ONLY')
    const { headers, body } = await place.sandbox.control.notify({ event_type: event, resource: { secret } })
    const response = await postWhenUp(url, { method: 'POST', headers, body }, child)
    if (!response) return reasonOf(child.exitCode, await errors)
    const forged = await fetch(url, { method: 'POST', headers, body: `${body} ` })
    child.kill()
    await closed
    if (!response.ok) return `responds ${response.status} to a notification: ${lastLineOf(await errors)}`
    if (forged.ok) return `responds ${forged.status} to a notification with a wrong signature`
    return (await output).includes(secret) ? undefined : 'does not print the decrypted notification'
  } finally {
    child.kill()
  }
}

/** Starts an example in a new folder, because some examples write files. */
async function startExample({ command, args }: Start, { settings, folder }: Place, port?: number) {
  const cwd = await mkdtemp(join(folder, 'run-'))
  const env = { ...process.env, ...settings, NO_PROXY: '*', ...port !== undefined && { PORT: String(port) } }
  const child = spawn(command, args, { cwd, env, timeout: limit, stdio: ['ignore', 'pipe', 'pipe'] })
  return { child, errors: text(child.stderr), output: text(child.stdout) }
}

/** Posts to a server that is starting; undefined if it ends before it listens. */
async function postWhenUp(
  url: string, init: RequestInit, child: ChildProcess,
): Promise<Response | undefined> {
  while (child.exitCode === null && child.signalCode === null) {
    try {
      return await fetch(url, init)
    } catch {
      await setTimeout(50)
    }
  }
  return undefined
}

const reasonOf = (code: number | null, errors: string) => (
  lastLineOf(errors) || (code === null ? `does not end within ${limit / 1000} s` : `exits with ${code}`)
)

const lastLineOf = (text: string) => text.trim().split('\n').at(-1) ?? ''
