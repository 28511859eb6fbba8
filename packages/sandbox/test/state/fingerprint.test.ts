import { expect, test } from 'vitest'
import { fingerprint } from '../../src/state/fingerprint.ts'

test('ignores only the order of members', () => {
  const one = fingerprint({ a: 1, b: { c: [1, 2], d: null } })
  expect(fingerprint({ b: { d: null, c: [1, 2] }, a: 1 })).toBe(one)
  for (const other of [{ a: 1 }, { a: '1', b: { c: [1, 2], d: null } }, { a: 1, b: { c: [2, 1], d: null } }, { a: 1, b: [['c', [1, 2]], ['d', null]] }]) {
    expect(fingerprint(other)).not.toBe(one)
  }
})
