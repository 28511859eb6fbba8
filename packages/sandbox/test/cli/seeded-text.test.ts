import { expect, test } from 'vitest'
import { seededText } from '../../src/cli/seeded-text.ts'

test('the same seed makes the same texts, another seed others', () => {
  const three = (seed: string) => {
    const random = seededText(seed)
    return [random(32), random(32), random(12)]
  }
  expect(three('A')).toEqual(three('A'))
  expect(new Set([...three('A'), ...three('B')]).size).toBe(6)
})

test('texts have the length that is asked for, in letters and digits', () => {
  const random = seededText('A')
  for (const length of [0, 1, 12, 13, 32, 100]) expect(random(length)).toMatch(new RegExp(`^[0-9A-Z]{${length}}$`))
})
