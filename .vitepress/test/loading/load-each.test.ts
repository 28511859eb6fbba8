import { expect, it } from 'vitest'
import { loadEach } from '../../loading/load-each.ts'

it('loads each once, also while it is loading, and again after a failure', async () => {
  const asked: string[] = []
  let isOffline = false
  const load = loadEach(async (name) => {
    asked.push(name)
    if (isOffline) throw new Error('offline')
    return { name }
  })
  const [one, same, other] = await Promise.all([load('a'), load('a'), load('b')])
  expect(same).toBe(one)
  expect(other).toEqual({ name: 'b' })
  isOffline = true
  await expect(load('c')).rejects.toThrow('offline')
  expect(await load('a')).toBe(one)
  isOffline = false
  expect(await load('c')).toEqual({ name: 'c' })
  expect(asked).toEqual(['a', 'b', 'c', 'c'])
})
