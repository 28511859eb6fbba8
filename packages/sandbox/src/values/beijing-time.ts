/** Writes a time as WeChat Pay does: RFC 3339 at +08:00, in seconds. */
export const beijingTime = (milliseconds: number) =>
  new Date(milliseconds + 8 * 3_600_000).toISOString().replace(/\.\d+Z$/, '+08:00')
