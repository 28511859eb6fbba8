import { appendFile } from 'node:fs/promises'
import { messageOf } from '../values/errors.ts'
import { formatterFor, jsonLine } from './log-line.ts'
import type { ServeOptions } from './options.ts'
import { asEnv } from './settings.ts'
import { start } from './start.ts'
import { replaceFile } from './write-file.ts'

/**
 * Serves a sandbox until the process is signalled to stop: prints a client's settings on standard output, then what
 * happens on standard error.
 *
 * @throws Error if it cannot start, with a message that says what to do
 */
export async function run(options: ServeOptions): Promise<void> {
  // The sandbox keeps running if the reader of its output goes away.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  const log = (line: string) => void process.stderr.write(`${line}\n`)
  const format = formatterFor(process.stderr, options.json)
  const sandbox = await start(options, event => log(format(event)))
  process.once('SIGINT', sandbox.stop).once('SIGTERM', sandbox.stop)

  const { settings, url } = sandbox
  try {
    await writeSettings(settings, options)
  } catch (error) {
    await sandbox.stop()
    throw error
  }
  if (options.json) return void process.stdout.write(`${jsonLine({ event: 'ready', settings }, new Date())}\n`)
  process.stdout.write(`${asEnv(settings)}\n`)
  log(`${summary(sandbox.operations, options)} Control API: ${url}/_sandbox`)
}

/** Writes the files that say that the sandbox is ready, the one that is waited for last. */
async function writeSettings(settings: Record<string, string>, options: ServeOptions): Promise<void> {
  const { settings: file, githubEnv, readyFile } = options
  const { GITHUB_ENV } = process.env
  if (githubEnv && !GITHUB_ENV) throw new Error('--github-env needs GITHUB_ENV, which a GitHub workflow sets')
  const plain = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`).join('')
  await Promise.all([
    file !== undefined && replaceFile(file, `${asEnv(settings)}\n`).catch(naming(`--settings ${file}`)),
    githubEnv && GITHUB_ENV && appendFile(GITHUB_ENV, plain).catch(naming(`GITHUB_ENV ${GITHUB_ENV}`)),
  ])
  if (readyFile !== undefined) {
    await replaceFile(readyFile, `${settings.WXPAY_BASE_URL}\n`).catch(naming(`--ready-file ${readyFile}`))
  }
}

const naming = (what: string) => (cause: unknown): never => {
  throw new Error(`${what} cannot be written: ${messageOf(cause)}`, { cause })
}

function summary(operations: number, { lenient, state, redis }: ServeOptions): string {
  const kept = state === undefined ? redis === undefined ? 'in memory' : 'in Redis' : `in ${state}`
  return `# ${operations} operations, ${lenient ? 'lenient' : 'strict'}, orders kept ${kept}. Ctrl-C stops.`
}
