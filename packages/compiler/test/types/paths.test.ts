import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { compilePage, pathsOf, snippets, type Operation } from '../../src/index.ts'
import { catalogOfFacts } from '../support/facts.ts'
import { fixture } from '../support/pages.ts'
import { errorsIn } from '../support/type-check.ts'

const operationsOf = (name: string) => compilePage(fixture(name), `openapi/v3/${name}.md`).operations.map(({ operation }) => operation)
const pathsOfPages = (...names: string[]) => pathsOf({ operations: names.flatMap(operationsOf) })

test('compiles the stored pages to the stored map', () => {
  expect(pathsOfPages('cancel', 'several')).toBe(readFileSync(new URL('../fixtures/paths.d.ts', import.meta.url), 'utf8'))
})

test('has special types for uploads, downloads and empty responses', () => {
  const paths = pathsOfPages('upload')
  expect(paths).toContain('      body: FormData\n')
  expect(paths).toContain('      response: ArrayBuffer\n')
  expect(paths).toContain('      response: undefined\n')
})

test('accepts and rejects programs by their types', { timeout: 60_000 }, () => {
  const program = (body: string) => errorsIn({
    'paths.ts': pathsOfPages('cancel', 'several'),
    'program.ts': `import type { Paths } from './paths.ts'
type Create = Paths['/v3/payscore/smartretail-orders']['post']
export const request: Create['json'] = ${body}
export const state = (response: Create['response']): 'CREATED' | 'FINISHED' => response.state`,
  })
  expect(program('{ out_order_no: \'1\', total_amount: 1, post_payments: [{ name: \'a\' }] }')).toEqual([])
  expect(program('{ out_order_no: \'1\' }')).toEqual([expect.stringContaining('total_amount')])
  expect(program('{ out_order_no: \'1\', total_amount: \'1\' }')).toEqual([expect.stringContaining('not assignable to type \'number\'')])
})

test('writes a map of all known operations without type errors', { timeout: 60_000 }, () => {
  const source = pathsOf(catalogOfFacts())
  expect(ts.transpileModule(source, { reportDiagnostics: true }).diagnostics).toEqual([])
  expect(errorsIn({ 'paths.ts': source })).toEqual([])
})

test('escapes the end of a comment in a description', { timeout: 60_000 }, () => {
  const [operation] = operationsOf('cancel')
  const [field] = operation!.response
  const source = pathsOf({ operations: [{ ...operation!, title: '*/ x', response: [{ ...field!, description: 'a */ b\nc' }] }] })
  expect(errorsIn({ 'paths.ts': source })).toEqual([])
})

test('fits the derived TypeScript in all six styles to the types of the client', { timeout: 60_000 }, () => {
  const operations = ['cancel', 'several', 'upload'].flatMap(operationsOf)
  const tabs = operations.flatMap(toTabs)
  const program = (code: string) => `import { createClient } from '@wxpay-live/client'
import type { Paths } from './paths.ts'
declare const settings: Parameters<typeof createClient>[0]
const wxpay = createClient<Paths>(settings)
${code}`
  const files = Object.fromEntries(tabs.map((code, index) => [`tab-${index}.ts`, program(code)]))
  expect(tabs).toHaveLength(operations.length * 6)
  expect(errorsIn({ 'paths.ts': pathsOf({ operations }), ...files })).toEqual([])
  const wrong = tabs[0]!.replace('service_id: \'500001\'', 'service_id: 500001')
  expect(errorsIn({ 'paths.ts': pathsOf({ operations }), 'tab.ts': program(wrong) })).toEqual([expect.stringContaining('number')])
})

function toTabs(operation: Operation): string[] {
  return snippets({ operation }).find(({ id }) => id === 'typescript')!.tabs.map(({ code }) => code)
}
