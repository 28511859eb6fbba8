import inspect from 'object-inspect'

/** Prints a value on one or more lines. Never throws, although a getter or a proxy of the value may. */
export function describe(value: unknown, indent?: number): string {
  try {
    return inspect(value, { depth: 8, ...indent !== undefined && { indent } })
  } catch {
    return '（这个值读不出来：它的 getter 或 Proxy 抛出了异常）'
  }
}
