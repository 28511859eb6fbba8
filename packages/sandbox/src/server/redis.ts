import type { Driver } from 'unstorage'
import type { Mutex } from '../state/state.ts'
import { codeOf, messageOf } from '../values/errors.ts'

/** Prefix of the state's keys, so that the Redis may hold other data too. */
const base = 'wxpay-sandbox'

/** Name of the mutex. */
const name = `${base}-mutex`

/** A state that several processes share. */
export interface SharedState {
  /** Its `setItems` rejects, and writes nothing, unless this process holds the mutex at that moment. */
  driver: Driver
  /** Held by the process that changes the state. A process that dies or pauses loses it to the others. */
  mutex: Mutex
}

/** Milliseconds until it does. Other processes wait longer for the lock: 10 seconds, the default of the library. */
const lockTimeout = 3000

/** Writes all items at once, if the first key has the first value: the mutex, and who holds it. */
const write = `
  if redis.call('get', KEYS[1]) ~= ARGV[1] then return 0 end
  for index = 2, #KEYS do redis.call('set', KEYS[index], ARGV[index]) end
  return 1
`

const lockLost = `lost the state lock after a pause of over ${lockTimeout / 1000} s; `
  + 'another process may have changed the same records, so nothing was stored'

/**
 * Connects to a Redis server, whose state any number of sandboxes may share.
 *
 * @throws Error if the URL is not of Redis, the package `ioredis` is missing, or no server responds at the URL
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
  // A failure is reported by the request that needs Redis; without a listener, every failed connection is printed too.
  client.on('error', (error: unknown) => { reason = messageOf(error) || codeOf(error) || '' })
  try {
    await client.ping()
    const mutex = new Mutex(client, name, { lockTimeout, onLockLost: () => {} })
    const setItems: Driver['setItems'] = async (items) => {
      const keys = [`mutex:${name}`, ...items.map(({ key }) => `${base}:${key}`)]
      const values = [mutex.identifier, ...items.map(({ value }) => value)]
      if (await client.eval(write, keys.length, ...keys, ...values) !== 1) throw new Error(lockLost)
    }
    return { driver: { ...driver, setItems }, mutex }
  } catch (error) {
    client.disconnect()
    throw new Error(`no Redis at ${hostOf(url)}: ${reason || messageOf(error)}`, { cause: error })
  }
}

/** Returns the host and port of a URL, without user and password. */
function hostOf(url: string): string {
  try {
    return new URL(url).host
  } catch {
    return 'that URL'
  }
}
