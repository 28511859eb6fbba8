import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { inLanes } from '../src/in-lanes.ts'

const numbers = Array.from({ length: 3 * availableParallelism() }, (_, index) => index)

function lanes() {
  const counts = { opened: 0, closed: 0 }
  const open = async () => {
    counts.opened++
    return { isBusy: false, close: async () => void counts.closed++ }
  }
  return { counts, open }
}

describe('inLanes', () => {
  it('returns the results in the order of the items, and closes each lane once', async () => {
    const { counts, open } = lanes()
    const results = await inLanes(numbers, open, async (number) => {
      for (let turns = number % 3; turns; turns--) await setImmediate()
      return number * 2
    })
    expect(results).toEqual(numbers.map(number => number * 2))
    expect(counts).toEqual({ opened: availableParallelism(), closed: availableParallelism() })
  })

  it('works off one item of a lane at a time', async () => {
    await inLanes(numbers, lanes().open, async (_, lane) => {
      expect(lane.isBusy).toBe(false)
      lane.isBusy = true
      await setImmediate()
      lane.isBusy = false
    })
  })

  it('opens no more lanes than there are items', async () => {
    const { counts, open } = lanes()
    await inLanes([1], open, async () => {})
    expect(counts.opened).toBe(1)
  })

  it('throws what an item throws after all lanes were closed', async () => {
    const { counts, open } = lanes()
    const work = async (number: number) => {
      if (number === 1) throw new Error('no')
    }
    await expect(inLanes(numbers, open, work)).rejects.toThrow('no')
    expect(counts.closed).toBe(counts.opened)
  })
})
