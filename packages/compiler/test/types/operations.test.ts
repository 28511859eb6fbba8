import { expect, test } from 'vitest'
import { compilePage, operationTypesOf } from '../../src/index.ts'
import { catalogOfFacts } from '../support/facts.ts'
import { field } from '../support/field.ts'
import { fixture } from '../support/pages.ts'
import { errorsIn } from '../support/type-check.ts'

const pages = ['cancel', 'upload', 'forms'].map(name => compilePage(fixture(name), `openapi/v3/${name}.md`))
const operations = pages.flatMap(page => page.operations.map(({ operation }) => operation))
const notifications = [compilePage(fixture('forms'), 'webhook/v3/FORMS.md').notification!]

test('compiles the stored pages to the stored types', async () => {
  await expect(operationTypesOf({ operations, notifications })).toMatchFileSnapshot('../fixtures/operations.d.ts')
})

test('puts the members of body, query and path in one request; the path wins, then the query', () => {
  const [operation] = operations
  const children = [field('id', { type: 'boolean' }), field('limit', { type: 'boolean' }), field('note')]
  const request = {
    path: [field('id')], query: [field('limit', { type: 'integer' })], headers: [field('Accept')],
    json: field('json', { type: 'object', required: false, children }),
  }
  expect(operationTypesOf({ operations: [{ ...operation!, request }] })).toContain(
    '    request: {\n      id: string\n      limit: number\n      note?: string\n    }\n')
})

test('writes the types of all known operations without type errors', { timeout: 60_000 }, () => {
  expect(errorsIn({ 'operations.ts': operationTypesOf(catalogOfFacts()) })).toEqual([])
})

test('types the values of an object without listed members as JSON', { timeout: 60_000 }, () => {
  const [operation] = operations
  const source = operationTypesOf({ operations: [{ ...operation!, response: [field('extra', { type: 'object' })] }] })
  const name = `${operation!.method} ${operation!.path}`
  expect(errorsIn({
    'operations.ts': source,
    'program.ts': `import type { Operations } from './operations.ts'
export const response: Operations['${name}']['response'] = { extra: { a: [1, null, { b: 'c' }] } }
export const wrong: Operations['${name}']['response'] = { extra: { a: undefined } }`,
  })).toEqual([expect.stringContaining('undefined')])
})
