import type { Driver } from 'unstorage'

/** What the state's keys start with, so that a Redis may hold other things too. */
const base = 'wxpay-sandbox'

/**
 * Connects to a Redis server, whose state any number of sandboxes may share.
 *
 * @throws Error where the package `ioredis` is missing, or no server answers at the URL
 */
export async function redisState(url: string): Promise<Driver> {
  const { default: open } = await import('unstorage/drivers/redis').catch(() => {
    throw new Error('--redis needs the package ioredis: npm install ioredis')
  })
  const driver = open({ url, base, connectTimeout: 3000, maxRetriesPerRequest: 1 })
  const client = driver.getInstance!()
  let reason = ''
  // What fails is told by the request that needed it; without a listener every attempt to connect is printed too.
  client.on('error', (error: NodeJS.ErrnoException) => { reason = error.message || error.code || '' })
  try {
    await client.ping()
    return driver
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
