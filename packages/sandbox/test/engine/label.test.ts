import { existsSync } from 'node:fs'
import type { Catalog, Field } from '@wxpay-live/compiler/model'
import published from '@wxpay-live/openapi/catalog.json' with { type: 'json' }
import { expect, test } from 'vitest'
import { labelOf } from '../../src/engine/label.ts'

test.each([
  ['商户附加数据，原样返回', '商户附加数据'], ['商户号', '商户号'], ['币种：`CNY`', '币种'], ['金额（分）', '金额'], ['', 'a'], ['`x`', 'a'],
])('takes the name of a field from its description: %s', (description, label) => {
  expect(labelOf({ name: 'a', description })).toBe(label)
})

test('finds a Chinese name for every field of a request on our pages', () => {
  const all = (fields: Field[] = []): Field[] => fields.flatMap(field => [field, ...all(field.children)])
  const operations = (published as unknown as Catalog).operations.filter(({ page }) => existsSync(`docs/${page}.md`))
  const fields = operations.flatMap(({ request }) =>
    all([...request.path, ...request.query, ...request.json?.children ?? []]))
  expect(fields.length).toBeGreaterThan(1500)
  expect(fields.filter(field => !/^[\p{Script=Han}\w“”/]{2,20}$/u.test(labelOf(field))).map(labelOf)).toEqual([])
})
