import type { Driver } from 'unstorage'
import type { Mutex } from '../state/state.ts'

/** What the state's keys start with, so that a Redis may hold other things too. */
const base = 'wxpay-sandbox'

/** A state that several processes share. */
export interface SharedState {
  driver: Driver
  /** Held by the process that changes the state; one that dies with it loses it after some seconds. */
  mutex: Mutex
}

/**
 * Connects to a Redis server, whose state any number of sandboxes may share.
 *
 * @throws Error where the package `ioredis` is missing, or no server answers at the URL
 */
export async function redisState(url: string): Promise<SharedState> {
  const packages = [import('unstorage/drivers/redis'), import('redis-semaphore')] as const
  const [{ default: open }, { Mutex }] = await Promise.all(packages).catch(() => {
    throw new Error('--redis needs the package ioredis: npm install ioredis')
  })
  const driver = open({ url, base, connectTimeout: 3000, maxRetriesPerRequest: 1 })
  const client = driver.getInstance!()
  let reason = ''
  // What fails is told by the request that needed it; without a listener every attempt to connect is printed too.
  client.on('error', (error: NodeJS.ErrnoException) => { reason = error.message || error.code || '' })
  try {
    await client.ping()
    return { driver, mutex: new Mutex(client, `${base}-mutex`) }
  } catch (error) {
    client.disconnect()
    throw new Error(`no Redis at ${hostOf(url)}: ${reason || (error as Error).message}`, { cause: error })
  }
}

/** The URL without user and password. */
function hostOf(url: string): string {
  try {
    return new URL(url).host
  } catch {
    return 'that URL'
  }
}
