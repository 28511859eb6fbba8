import type { Moment } from './moment.ts'

/** WeChat Pay's limit on the age of a message, in seconds. */
const limit = 300

/** Offsets of all time zones from Beijing, in hours. */
const zones = Array.from({ length: 27 }, (_, index) => index - 20)

/**
 * Returns by how many seconds a message is too old; `undefined` if it is not, or nobody can say.
 *
 * A time without a zone counts as too old only if it would be in every zone.
 */
export function tooOld(timestamp: string, received: Moment | undefined): number | undefined {
  if (!received || !/^\d{10}$/.test(timestamp)) return undefined
  const age = received.seconds - Number(timestamp)
  const fits = (hours: number) => Math.abs(age + hours * 3600) <= limit
  const isDoubtful = !received.hasZone && zones.some(fits)
  return age <= limit || isDoubtful ? undefined : age
}
