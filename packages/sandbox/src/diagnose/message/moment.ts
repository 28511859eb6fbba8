/** A point in time that was read from a text. */
export interface Moment {
  /** Seconds since the epoch; in Beijing if the text names no time zone. */
  seconds: number
  /** Whether the text names its time zone. */
  hasZone: boolean
}

const date = /(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,]\d+)?\s?(Z|[+-]\d\d:?\d\d)?/
const httpDate = /\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT/
const accessLog = /(\d\d)\/(\w{3})\/(\d{4}):(\d\d:\d\d:\d\d) ([+-]\d{4})/

/** Reads the first time in a text, in a usual form of logs and headers. */
export function readMoment(text: string): Moment | undefined {
  const [, year, month, day, clock, zone] = date.exec(text) ?? []
  if (year) return moment(`${year}-${month}-${day}T${clock}${zone ?? '+08:00'}`, zone !== undefined)
  const [, dayOfMonth, name, in4, time, offset] = accessLog.exec(text) ?? []
  if (in4) return moment(`${dayOfMonth} ${name} ${in4} ${time} ${offset}`, true)
  const http = httpDate.exec(text)?.[0]
  return http === undefined ? undefined : moment(http, true)
}

/** Reads a number of seconds or milliseconds since the epoch, or a text. */
export function momentOf(value: unknown): Moment | undefined {
  if (typeof value === 'string' && !/^\d{10}(?:\d{3})?$/.test(value)) return readMoment(value)
  const number = Number(value)
  if (!(number > 1e9)) return undefined
  return { seconds: Math.floor(number > 1e11 ? number / 1000 : number), hasZone: true }
}

function moment(text: string, hasZone: boolean): Moment | undefined {
  const milliseconds = Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))
  return Number.isNaN(milliseconds) ? undefined : { seconds: Math.floor(milliseconds / 1000), hasZone }
}
