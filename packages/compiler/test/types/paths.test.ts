import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { compilePage, pathsOf, snippets, type Operation } from '../../src/index.ts'
import { catalogOfFacts } from '../support/facts.ts'
import { fixture } from '../support/pages.ts'
import { errorsIn } from '../support/type-check.ts'

const operationsOf = (name: string) => compilePage(fixture(name), `openapi/v3/${name}.md`).operations.map(({ operation }) => operation)
const pathsOfPages = (...names: string[]) => pathsOf({ operations: names.flatMap(operationsOf) })

test('the stored pages → the stored map', () => {
  expect(pathsOfPages('cancel', 'several')).toBe(readFileSync(new URL('../fixtures/paths.d.ts', import.meta.url), 'utf8'))
})

test('uploads, downloads and empty responses have types of their own', () => {
  const paths = pathsOfPages('upload')
  expect(paths).toContain('      body: FormData\n')
  expect(paths).toContain('      response: ArrayBuffer\n')
  expect(paths).toContain('      response: undefined\n')
})

test('a program is checked against the map', { timeout: 60_000 }, () => {
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

test('the map of every operation there is has no error', { timeout: 60_000 }, () => {
  const source = pathsOf(catalogOfFacts())
  expect(ts.transpileModule(source, { reportDiagnostics: true }).diagnostics).toEqual([])
  expect(errorsIn({ 'paths.ts': source })).toEqual([])
})

test('nothing in a description ends its comment', { timeout: 60_000 }, () => {
  const [operation] = operationsOf('cancel')
  const [field] = operation!.response
  const source = pathsOf({ operations: [{ ...operation!, title: '*/ x', response: [{ ...field!, description: 'a */ b\nc' }] }] })
  expect(errorsIn({ 'paths.ts': source })).toEqual([])
})

test('derived TypeScript, in all six styles, fits the types of the client', { timeout: 60_000 }, () => {
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
