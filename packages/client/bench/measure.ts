/** The rate of a run of requests. */
export interface Rate {
  perSecond: number
  /** Microseconds of processor time for a request, of all threads. */
  cpu: number
}

/** Sends requests for some milliseconds, `atOnce` of them concurrently. */
export async function measure(
  request: () => Promise<unknown> | void, atOnce: number, milliseconds: number,
): Promise<Rate> {
  const before = process.cpuUsage()
  const start = performance.now()
  let count = 0
  await Promise.all(Array.from({ length: atOnce }, async () => {
    while (performance.now() - start < milliseconds) {
      await request()
      count++
    }
  }))
  const { user, system } = process.cpuUsage(before)
  return { perSecond: count / (performance.now() - start) * 1000, cpu: (user + system) / count }
}

/** The median of an odd number of values. */
export const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!
