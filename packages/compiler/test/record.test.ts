import { expect, test } from 'vitest'
import { own } from '../src/record.ts'

test('inherited members are none of the page', () => {
  expect(own({ a: 1 }, 'a')).toBe(1)
  expect(own({ a: 1 }, 'constructor')).toBeUndefined()
})
