import { expect, test } from 'vitest'
import { pathsOf, type Operation } from '../../src/index.ts'
import { parsePhp } from '../../src/example/php-ast.ts'
import { toPhp } from '../../src/snippets/php.ts'
import { styles } from '../../src/snippets/styles.ts'
import { toTypescript } from '../../src/snippets/typescript.ts'
import { catalogOfFacts } from '../support/facts.ts'
import { errorsIn } from '../support/type-check.ts'

const { operations } = catalogOfFacts()
const asynchronous = styles[0]!
const synchronous = styles[4]!

/** Operations whose tabs need special code. */
const shapes: Record<string, (operation: Operation) => boolean> = {
  'sensitive fields': operation => toPhp(operation, synchronous).includes('$encryptor('),
  'an upload': ({ accepts }) => accepts === 'multipart',
  'a download': ({ returns }) => returns === 'binary',
  'an empty response': ({ returns, status }) => returns === 'empty' || status === 202,
  'a trailing slash': ({ path }) => path.endsWith('/'),
  'headers': ({ request }) => request.headers.length > 0,
  'another access point': ({ baseUri }) => baseUri !== undefined,
  'numbers, booleans and lists in the query': ({ request }) => request.query.some(({ type }) => type !== 'string'),
  'PUT, PATCH and DELETE': ({ method }) => /^(?:PUT|PATCH|DELETE)$/.test(method),
}

const eachShape = test.runIf(operations.length).each(Object.entries(shapes))

eachShape('writes tabs that fit the types of the client: %s', { timeout: 60_000 }, (_, has) => {
  const all = operations.filter(has)
  const found = all.filter((_, index) => index % Math.ceil(all.length / 20) === 0)
  expect(found.length).toBeGreaterThan(0)
  const tabs = [asynchronous, synchronous].flatMap((style) => {
    return found.map(operation => toTypescript(operation, style))
  })
  const program = [
    'import { createClient } from \'@wxpay-live/client\'',
    'import type { Paths } from \'./paths.ts\'',
    'declare const settings: Parameters<typeof createClient>[0]',
    'const wxpay = createClient<Paths>(settings)',
    ...tabs.map((code, index) => `export async function tab${index}() {\n${code}\n}`),
  ].join('\n')
  expect(errorsIn({ 'paths.ts': pathsOf({ operations: found }), 'tabs.ts': program })).toEqual([])
})

test.runIf(operations.length)('writes valid PHP in every tab', { timeout: 60_000 }, () => {
  for (const operation of operations) {
    for (const style of [asynchronous, synchronous]) {
      expect(() => parsePhp(toPhp(operation, style))).not.toThrow()
    }
  }
})
