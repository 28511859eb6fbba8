/** Formats a time like WeChat Pay: RFC 3339 at +08:00, without fractions of a second. */
export const beijingTime = (milliseconds: number) =>
  new Date(milliseconds + 8 * 3_600_000).toISOString().replace(/\.\d+Z$/, '+08:00')

/** The day before a time, at +08:00, such as `2025-01-01`. */
export const dayBefore = (milliseconds: number) => beijingTime(milliseconds - 24 * 3_600_000).slice(0, 10)
