/** What a while of requests came to. */
export interface Rate {
  perSecond: number
  /** Microseconds of processor time, all threads taken together. */
  cpu: number
}

/** Sends so many requests at a time for so many milliseconds. */
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

/** The one in the middle. */
export const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!
