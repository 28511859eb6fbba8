import { expect, test } from 'vitest'
import { fnv1a } from '../../src/values/fnv1a.ts'

// Test vectors of draft-eastlake-fnv, 64 bits.
test.each([
  ['', 0xcbf29ce484222325n],
  ['a', 0xaf63dc4c8601ec8cn],
  ['foobar', 0x85944171f73967e8n],
])('hashes "%s"', (text, hash) => {
  expect(fnv1a(text)).toBe(hash)
})

test('hashes all bytes of a character', () => {
  expect(fnv1a('付')).not.toBe(fnv1a('寸'))
})
