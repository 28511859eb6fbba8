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

/** As much of a client as the map can say of a request by its path. */
const client = `import type { Paths } from './paths.ts'
type Options<O extends { path: object }> = O['path'] & Omit<O, 'path' | 'response'> & { baseUrl?: string }
type Body<O> = O extends { response: infer R } ? R : never
type Answer<T> = { status: number, json(): T, arrayBuffer(): ArrayBuffer }
type AsyncAnswer<T> = { status: number, json(): Promise<T>, arrayBuffer(): Promise<ArrayBuffer> }
type Verbs<P> = {
  [V in keyof P & string]: P[V] extends { path: object } ? (options: Options<P[V]>) => Answer<Body<P[V]>> : never
} & {
  [V in keyof P & string as \`\${V}Async\`]:
    P[V] extends { path: object } ? (options: Options<P[V]>) => Promise<AsyncAnswer<Body<P[V]>>> : never
}
type ByPath = { [P in keyof Paths & string as P extends \`/\${infer R}\` ? R : never]: Verbs<Paths[P]> }
export declare const wxpay: ByPath & { chain<P extends keyof ByPath>(path: P): ByPath[P] }`

test('derived TypeScript fits the types', { timeout: 60_000 }, () => {
  const operations = ['cancel', 'several', 'upload'].flatMap(operationsOf)
  const tabs = operations.flatMap(operation => toTabs(operation)).filter(code => /wxpay(?:\.chain|\[)/.test(code))
  const named = tabs.map((code, index) => `{\n${code.replace(/((?:get|delete|patch)(?:Async)?)\(\)\n/, '$1({})\n')}\n} // ${index}`).join('\n')
  expect(tabs.length).toBe(operations.length * 4)
  expect(errorsIn({
    'paths.ts': pathsOf({ operations }), 'client.ts': client, 'program.ts': `import { wxpay } from './client.ts'\n${named}`,
  })).toEqual([])
})

function toTabs(operation: Operation): string[] {
  return snippets({ operation }).find(({ id }) => id === 'typescript')!.tabs.map(({ code }) => code)
}
