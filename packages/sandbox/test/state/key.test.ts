import { fc, fuzz, runs } from '../../../../test/support/fuzz.ts'
import { createStorage } from 'unstorage'
import { expect, test } from 'vitest'
import { keyOf } from '../../src/state/key.ts'

test('escapes all but letters, digits, hyphens and underscores', () => {
  expect(keyOf('transaction', 'A-1_b')).toBe('transaction:A-1_b')
  expect(keyOf('a:b', 'c/d', '..', '', '*|')).toBe('a%3Ab:c%2Fd:%2E%2E:%:%2A%7C')
})

test('keeps different keys apart in a storage', async () => {
  const part = fc.string({ unit: 'binary', maxLength: 4 }).map(text => text.toWellFormed())
  await fuzz(fc.asyncProperty(fc.uniqueArray(part, { minLength: 2, maxLength: 5 }), async (parts) => {
    const storage = createStorage()
    for (const part of parts) await storage.setItem(keyOf('kind', part), { part })
    for (const part of parts) expect(await storage.getItem(keyOf('kind', part))).toEqual({ part })
    expect(await storage.getKeys('kind')).toHaveLength(parts.length)
  }), { numRuns: runs(300) })
})
