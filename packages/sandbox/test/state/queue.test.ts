import { expect, test } from 'vitest'
import { createQueue } from '../../src/state/queue.ts'

test('runs tasks in order, one after the other, even after one has failed', async () => {
  const queue = createQueue()
  const log: string[] = []
  const task = (name: string, fails = false) => queue(async () => {
    log.push(`${name} starts`)
    await Promise.resolve()
    log.push(`${name} ends`)
    if (fails) throw new Error(name)
    return name
  })
  const results = await Promise.allSettled([task('a'), task('b', true), task('c')])
  expect(log).toEqual(['a starts', 'a ends', 'b starts', 'b ends', 'c starts', 'c ends'])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})
