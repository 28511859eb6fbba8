import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Catalog } from '@wxpay-live/compiler/model'
import { createStorage } from 'unstorage'
import { createSandbox } from '../sandbox.ts'
import type { ServerEvent } from '../server/events.ts'
import { isItem } from '../server/is-item.ts'
import { redisState, type SharedState } from '../server/redis.ts'
import { serve } from '../server/serve.ts'
import { stateFile } from '../server/state-file.ts'
import { codeOf, messageOf } from '../values/errors.ts'
import { identityFolder } from './identity-folder.ts'
import { jsonLine, logLine, paintFor } from './log-line.ts'
import type { CliOptions } from './options.ts'
import { seededText } from './seeded-text.ts'
import { asEnv, settings } from './settings.ts'

/**
 * Serves a sandbox until the process is signalled to stop.
 *
 * @throws Error if it cannot start, with a message that says what to do
 */
export async function run(options: CliOptions): Promise<void> {
  const { identity: folder, port, host, seed, json, lenient = false } = options
  const catalog = await readCatalog(options.catalog)
  const found = await identityFolder(folder).catch(naming(`--identity ${folder}`))
  const { driver, mutex } = await openState(options).catch(naming(`--state ${options.state}`))
  const storage = driver && createStorage({ driver })
  const sandbox = createSandbox({
    catalog, identity: found.identity, strict: !lenient,
    mutex, scenario: options.scenario,
    // A slow scenario does not keep the process running.
    wait: milliseconds => sleep(milliseconds, undefined, { ref: false }),
    ...(storage && { storage }),
    ...(seed !== undefined && { random: seededText(seed) }),
  })

  // The sandbox keeps running if the reader of its log goes away.
  process.stdout.on('error', () => {})
  const print = (line: string) => void process.stdout.write(`${line}\n`)
  const paint = paintFor(process.stdout)
  const onEvent = (event: ServerEvent) =>
    print(json ? jsonLine(event, new Date()) : logLine(event, new Date(), paint))
  const server = await serve({
    sandbox, port, host, onEvent, overrideGlobalObjects: true,
    notify: { allow: options.allowNotify, scale: options.notifyScale },
  }).catch(async (error: unknown) => {
    await storage?.dispose()
    throw explain(error, options)
  })

  let stopped: Promise<void> | undefined
  const stop = () => stopped ??= server.close().then(() => storage?.dispose())
  process.once('SIGINT', stop).once('SIGTERM', stop)

  const values = settings(found, server.url)
  if (json) print(jsonLine({ event: 'ready', settings: values }, new Date()))
  else print(`${asEnv(values)}\n\n${summary(catalog, options)} Control API: ${server.url}/_sandbox`)
}

async function readCatalog(file?: string): Promise<Catalog> {
  if (file === undefined) {
    const { default: catalog } = await import('@wxpay-live/openapi/catalog.json', { with: { type: 'json' } })
    return catalog as unknown as Catalog
  }
  const catalog: Catalog | null = await readFile(file, 'utf8').then(text => JSON.parse(text))
    .catch((cause: unknown) => { throw new Error(`--catalog ${file} cannot be read: ${messageOf(cause)}`, { cause }) })
  if (Array.isArray(catalog?.operations)) return catalog
  throw new Error(`--catalog ${file} is not a catalog: it has no operations`)
}

/** Names the option in an error of the file system; other errors do so themselves. */
const naming = (option: string) => (error: unknown): never => {
  throw codeOf(error) ? new Error(`${option} cannot be used: ${messageOf(error)}`, { cause: error }) : error
}

async function openState({ state, redis }: CliOptions): Promise<Partial<SharedState>> {
  if (redis !== undefined) return redisState(redis)
  return state === undefined ? {} : { driver: stateFile(state, isItem) }
}

function summary({ operations }: Catalog, { lenient, state, redis }: CliOptions): string {
  const kept = state === undefined ? redis === undefined ? 'in memory' : 'in Redis' : `in ${state}`
  return `# ${operations.length} operations, ${lenient ? 'lenient' : 'strict'}, orders kept ${kept}. Ctrl-C stops.`
}

function explain(error: unknown, { port, host }: CliOptions): unknown {
  switch (codeOf(error)) {
    case 'EADDRINUSE': return new Error(`port ${port} of ${host} is in use; choose another with --port, or --port 0`)
    case 'EACCES': return new Error(`port ${port} needs privileges; choose one above 1023 with --port`)
    case 'ENOTFOUND': case 'EADDRNOTAVAIL': return new Error(`${host} is not an address of this machine; choose another with --host`)
    default: return error
  }
}
