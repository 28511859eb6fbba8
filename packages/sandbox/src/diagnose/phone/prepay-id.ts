/** Seconds for which a `prepay_id` is good, as the pages of JSAPI, App and mini-program payment say. */
export const prepayLifetime = 2 * 3600

/** Seconds in the past that are believed: ids made otherwise may look like a time, too. */
const believable = 30 * 24 * 3600

/** Whether a `prepay_id`, which begins with its time in Beijing, had expired at that second. */
export function isExpired(prepay: string, at: number): boolean {
  const [, year, month, day, hours, minutes, seconds]
    = /(?:^|=)wx(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(prepay) ?? []
  if (!year) return false
  const made = Date.parse(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}+08:00`) / 1000
  const age = at - made
  return age > prepayLifetime && age < believable
}
