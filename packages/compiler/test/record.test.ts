import { expect, test } from 'vitest'
import { own } from '../src/record.ts'

test('ignores inherited members', () => {
  expect(own({ a: 1 }, 'a')).toBe(1)
  expect(own({ a: 1 }, 'constructor')).toBeUndefined()
})
