import { describe, expect, test } from 'vitest'
import type { WrittenExample } from '../../src/example/written-example.ts'
import type { Field, RequestFields } from '../../src/model/index.ts'
import { toExample, typeUrl } from '../../src/page/example.ts'

const field = (name: string, type: Field['type'], sample: Field['sample']): Field => (
  { name, type, required: true, description: '', sample }
)
const request: RequestFields = {
  path: [field('id', 'string', '42')],
  query: [field('limit', 'integer', 20), field('tags', 'string[]', ['a'])],
  headers: [field('X-Count', 'integer', 1)],
  json: field('json', 'object', { a: 1 }),
}
const written: WrittenExample = { method: 'GET', path: '/v3/{id}', line: 1, variables: { id: '' }, lines: new Map() }

describe('toExample', () => {
  test('uses samples if there is no written example', () => {
    expect(toExample(request)).toEqual({
      path: { id: '42' }, query: { limit: 20, tags: ['a'] }, headers: { 'X-Count': '1' }, json: { a: 1 },
    })
  })

  test('uses only the written values, and samples for placeholders', () => {
    expect(toExample(request, written)).toEqual({ path: { id: '42' } })
    expect(toExample(request, { ...written, variables: { id: 7 }, json: null })).toEqual({ path: { id: '7' }, json: null })
  })
})

describe('typeUrl', () => {
  test.each([
    [{ limit: '20', tags: 'a' }, { limit: 20, tags: ['a'] }],
    [{ limit: 'many', tags: ['a', 'b'] }, { limit: 'many', tags: ['a', 'b'] }],
    [{ limit: '0x10', other: '1' }, { limit: '0x10', other: '1' }],
  ])('converts the query %j', (query, typed) => {
    expect(typeUrl({ ...written, query }, request).query).toEqual(typed)
  })

  test('converts path variables and keeps placeholders', () => {
    const path = [field('applyment_id', 'integer', 1), field('name', 'string', '1'), field('page', 'integer', 1)]
    const variables = { applyment_id: '2000002124775691', name: '7', page: '' }
    expect(typeUrl({ ...written, variables }, { path, query: [] }).variables)
      .toEqual({ applyment_id: 2000002124775691, name: '7', page: '' })
  })
})
