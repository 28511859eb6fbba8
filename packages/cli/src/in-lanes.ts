import { availableParallelism } from 'node:os'

/** What the items of one lane use after one another. */
export interface Lane {
  close: () => Promise<void>
}

/**
 * Works off items in as many lanes as there are processors.
 *
 * @param open called once for each lane, which is closed at the end
 * @param work called with each item in order, one at a time in a lane
 * @returns what `work` returned for each item
 * @throws what `open` or `work` throws first, once all lanes have ended
 */
export async function inLanes<Item, Used extends Lane, Result>(
  items: Item[], open: () => Promise<Used>, work: (item: Item, lane: Used) => Promise<Result>,
): Promise<Result[]> {
  const waiting = [...items.entries()]
  const results: Result[] = []

  async function workOff(): Promise<void> {
    const lane = await open()
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [index, item] = next
        results[index] = await work(item, lane)
      }
    } finally {
      await lane.close()
    }
  }

  const count = Math.min(items.length, availableParallelism())
  const ended = await Promise.allSettled(Array.from({ length: count }, workOff))
  for (const end of ended) if (end.status === 'rejected') throw end.reason
  return results
}
