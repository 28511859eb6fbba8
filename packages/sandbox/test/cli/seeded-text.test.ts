import { expect, test } from 'vitest'
import { seededText } from '../../src/cli/seeded-text.ts'

test('returns the same texts for the same seed, and others for another', () => {
  const three = (seed: string) => {
    const random = seededText(seed)
    return [random(32), random(32), random(12)]
  }
  expect(three('A')).toEqual(three('A'))
  expect(new Set([...three('A'), ...three('B')]).size).toBe(6)
})

test('returns letters and digits of the requested length', () => {
  const random = seededText('A')
  for (const length of [0, 1, 12, 13, 32, 100]) expect(random(length)).toMatch(new RegExp(`^[0-9A-Z]{${length}}$`))
})
