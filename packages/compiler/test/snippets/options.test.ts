import { expect, test } from 'vitest'
import { compilePage } from '../../src/index.ts'
import { optionsOf, printedPartOf } from '../../src/snippets/options.ts'
import { fixture } from '../support/pages.ts'

test('merges path variables with the groups that are present', () => {
  expect(optionsOf({ path: { id: '1' }, query: { limit: 20 }, headers: { 'Idempotency-Key': 'a' }, json: null }))
    .toEqual({ id: '1', query: { limit: 20 }, headers: { 'Idempotency-Key': 'a' }, json: null })
  expect(optionsOf({ path: {} })).toEqual({})
})

test('prints JSON, bytes or the status of a response', () => {
  const operations = compilePage(fixture('upload'), 'a.md').operations
  expect(operations.map(({ operation }) => printedPartOf(operation))).toEqual(['json', 'bytes', 'status'])
})
