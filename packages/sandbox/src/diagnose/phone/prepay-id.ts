/** Seconds for which a `prepay_id` is good, as the pages of JSAPI, App and mini-program payment say. */
const lifetime = 2 * 3600

/** Seconds in the past that are believed of an unknown id, which may look like a time by chance. */
const believable = 30 * 24 * 3600

/**
 * Returns how many seconds before another moment a `prepay_id` was made.
 *
 * @param prepay begins with its time in Beijing, maybe after `prepay_id=`; otherwise its age is 0
 * @param at seconds since the epoch
 */
function ageOf(prepay: string, at: number): number {
  const [, year, month, day, hours, minutes, seconds]
    = /(?:^|=)wx(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(prepay) ?? []
  const made = Date.parse(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}+08:00`)
  return Number.isNaN(made) ? 0 : at - made / 1000
}

/** Whether a `prepay_id` of the sandbox had expired at that second. */
export const isExpired = (prepay: string, at: number) => ageOf(prepay, at) > lifetime

/** Whether any `prepay_id` had probably expired at that second. */
export const seemsExpired = (prepay: string, at: number) =>
  isExpired(prepay, at) && ageOf(prepay, at) < believable
