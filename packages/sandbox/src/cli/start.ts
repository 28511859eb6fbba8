import { setTimeout as sleep } from 'node:timers/promises'
import { createStorage } from 'unstorage'
import { createSandbox } from '../sandbox.ts'
import type { ServerEvent } from '../server/events.ts'
import { isItem } from '../server/is-item.ts'
import { redisState, type SharedState } from '../server/redis.ts'
import { serve } from '../server/serve.ts'
import { stateFile } from '../server/state-file.ts'
import { codeOf, messageOf } from '../values/errors.ts'
import { identityFolder } from './identity-folder.ts'
import type { CliOptions } from './options.ts'
import { proxySettings } from './proxy-settings.ts'
import { readCatalog } from './read-catalog.ts'
import { seededText } from './seeded-text.ts'
import { settings } from './settings.ts'

/** A sandbox that is served. */
export interface Started {
  url: string
  /** The settings of a client, by environment variable. */
  settings: Record<string, string>
  /** How many operations it has. */
  operations: number
  /** Finishes pending requests and saves the state. */
  stop: () => Promise<void>
}

/**
 * Serves a sandbox.
 *
 * @throws Error if it cannot start, with a message that says what to do
 */
export async function start(options: CliOptions, onEvent: (event: ServerEvent) => void): Promise<Started> {
  const { identity: folder, port, host, seed, lenient = false } = options
  const catalog = await readCatalog(options.catalog)
  const found = await identityFolder(folder).catch(naming(`--identity ${folder}`))
  const intercepted = options.intercept ? await (await import('./interception.ts')).interception(options) : undefined
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
  const server = await serve({
    sandbox, port, host, onEvent, overrideGlobalObjects: true,
    notify: { allow: options.allowNotify, scale: options.notifyScale },
    ...intercepted && { proxy: intercepted.proxy },
  }).catch(async (error: unknown) => {
    await storage?.dispose()
    throw explain(error, options)
  })
  let stopped: Promise<void> | undefined
  return {
    url: server.url,
    settings: {
      ...settings(found, server.url),
      ...intercepted && server.proxyUrl && proxySettings(server.proxyUrl, intercepted.trust, process.env),
    },
    operations: catalog.operations.length,
    stop: () => stopped ??= server.close().then(() => storage?.dispose()),
  }
}

/** Names the option in an error of the file system; other errors do so themselves. */
const naming = (option: string) => (error: unknown): never => {
  throw codeOf(error) ? new Error(`${option} cannot be used: ${messageOf(error)}`, { cause: error }) : error
}

async function openState({ state, redis }: CliOptions): Promise<Partial<SharedState>> {
  if (redis !== undefined) return redisState(redis)
  return state === undefined ? {} : { driver: stateFile(state, isItem) }
}

function explain(error: unknown, { port, host, proxyPort }: CliOptions): unknown {
  const ports = proxyPort ? `${port} or ${proxyPort}` : `${port}`
  switch (codeOf(error)) {
    case 'EADDRINUSE': return new Error(`port ${ports} of ${host} is in use; choose another with --port, or --port 0`)
    case 'EACCES': return new Error(`port ${ports} needs privileges; choose one above 1023 with --port`)
    case 'ENOTFOUND': case 'EADDRNOTAVAIL': return new Error(`${host} is not an address of this machine; choose another with --host`)
    default: return error
  }
}
