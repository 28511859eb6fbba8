import { describe, expect, test } from 'vitest'
import { fitSample, limitProblem } from '../../src/samples/limits.ts'

describe('limitProblem', () => {
  test.each([
    ['a text of 3 bytes', 'abc', { minLength: 3, maxLength: 3 }],
    ['Chinese of 2 characters', '早餐', { maxLength: 2, lengthUnit: 'characters' as const }],
    ['one emoji as one character', '😀', { maxLength: 1, lengthUnit: 'characters' as const }],
    ['a number at its minimum', 1, { minimum: 1 }],
    ['a boolean', true, { maxLength: 1 }],
    ['an allowed character', 'A_1', { pattern: '^[0-9A-Za-z_]+$' }],
  ])('accepts %s', (_, value, limits) => {
    expect(limitProblem(value, limits)).toBeUndefined()
  })

  test.each([
    ['早餐', { maxLength: 5 }, '6 bytes, at most 5'],
    ['早餐', { maxLength: 1, lengthUnit: 'characters' as const }, '2 characters, at most 1'],
    ['abc', { minLength: 6 }, '3 bytes, at least 6'],
    [0, { minimum: 1 }, 'the size 0, at least 1'],
    [101, { maximum: 100 }, 'the size 101, at most 100'],
    ['a b', { pattern: '^[a-z]+$' }, 'other characters than ^[a-z]+$'],
  ])('reports %j beyond %o', (value, limits, expected) => {
    expect(limitProblem(value, limits)).toBe(expected)
  })
})

describe('fitSample', () => {
  test.each([
    ['早餐早餐', { maxLength: 7 }, '早餐'],
    ['42', { minLength: 6 }, '420000'],
    [0, { minimum: 1 }, 1],
    [500, { maximum: 100 }, 100],
    ['unchanged', {}, 'unchanged'],
  ])('fits %j into %o', (sample, limits, expected) => {
    expect(fitSample(sample, limits)).toBe(expected)
  })
})
