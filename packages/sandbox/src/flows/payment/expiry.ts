import type { World } from '../../state/world.ts'
import { beijingTime } from '../../values/beijing-time.ts'

const minute = 60_000
const day = 24 * 60 * minute

/**
 * Returns the end of the time to pay a new order, as the official page of orders says: a minute from now at the
 * earliest, 15 days from now at the latest, and 7 days from now by default.
 */
export function expiryOf({ time_expire = '' }: { time_expire?: string }, { now }: Pick<World, 'now'>) {
  const wanted = Date.parse(time_expire) || now + 7 * day
  return { time_expire: beijingTime(Math.min(Math.max(wanted, now + minute), now + 15 * day)) }
}
