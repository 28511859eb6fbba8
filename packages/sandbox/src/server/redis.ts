import type { Mutex as RedisMutex } from 'redis-semaphore'
import type { Driver } from 'unstorage'
import type { Mutex } from '../state/state.ts'

/** What the state's keys start with, so that a Redis may hold other things too. */
const base = 'wxpay-sandbox'

/** A state that several processes share. */
export interface SharedState {
  driver: Driver
  /** Held by the process that changes the state; one that dies with it, or stands still, loses it to the others. */
  mutex: Mutex
}

/** Milliseconds until it does. Whoever waits has more patience: the default of the library, 10 seconds. */
const lockTimeout = 3000

/**
 * Connects to a Redis server, whose state any number of sandboxes may share.
 *
 * @throws Error where the URL is none of Redis, the package `ioredis` is missing, or no server answers at the URL
 */
export async function redisState(url: string): Promise<SharedState> {
  if (!/^rediss?:\/\/./.test(url)) throw new Error('--redis needs a URL such as redis://127.0.0.1:6379')
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
    return { driver, mutex: tolerant(new Mutex(client, `${base}-mutex`, { lockTimeout, onLockLost: () => {} })) }
  } catch (error) {
    client.disconnect()
    throw new Error(`no Redis at ${hostOf(url)}: ${reason || (error as Error).message}`, { cause: error })
  }
}

/** To lose the mutex is a failure of the request that held it, not of the process. */
const tolerant = (mutex: Pick<RedisMutex, 'acquire' | 'release' | 'isAcquired'>): Mutex => ({
  acquire: () => mutex.acquire(),
  async release() {
    if (!mutex.isAcquired) throw new Error('this process stood still for too long: another may have changed the same')
    await mutex.release()
  },
})

/** The URL without user and password. */
function hostOf(url: string): string {
  try {
    return new URL(url).host
  } catch {
    return 'that URL'
  }
}
