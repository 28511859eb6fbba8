import { snippets, type Operation } from '@wxpay-live/compiler'
import { expect, it } from 'vitest'
import { catalogOfFacts } from '../../../compiler/test/support/facts.ts'
import { useSandbox } from '../support/sandbox.ts'

const catalog = catalogOfFacts()
const { renew, runTab } = await useSandbox(catalog)

/** Shapes of operations that derived tabs write differently. */
const shapes: Record<string, (operation: Operation) => boolean> = {
  'a trailing slash': ({ path }) => path.endsWith('/'),
  'PUT': ({ method }) => method === 'PUT',
  'PATCH': ({ method }) => method === 'PATCH',
  'DELETE': ({ method }) => method === 'DELETE',
  'headers of its own': ({ request }) => request.headers.some(({ name }) => name === 'Idempotency-Key'),
  'sensitive fields': ({ request }) => request.json?.children?.some(({ encrypted }) => encrypted === 'rsa') ?? false,
  'booleans and numbers in the query': ({ request }) => request.query.some(({ type }) => /boolean|number/.test(type)),
  'a list in the query': ({ request }) => request.query.some(({ type }) => type.endsWith('[]')),
  'a file answered': ({ path, method }) => method === 'GET' && /billdownload|merchant-service\/images/.test(path),
  'nothing answered': ({ returns, status }) => returns === 'empty' && status === 204,
  'an acceptance': ({ status }) => status === 202,
  'another access point': ({ baseUri, accepts }) => baseUri !== undefined && !accepts,
  'an upload': ({ path }) => /merchant\/media\/(upload|video_upload)$/.test(path),
}

it.runIf(catalog.operations.length).each(Object.entries(shapes))('runs a derived tab: %s', async (_, has) => {
  const all = catalog.operations.filter(has)
  expect(all.length).toBeGreaterThan(0)
  for (const operation of all.filter((_, index) => index % Math.ceil(all.length / 4) === 0)) {
    renew()
    for (const { code } of phpOf(operation).filter((_, index) => index % 4 === 0)) {
      const { ended, output } = await runTab(code)
      expect(ended, `${operation.method} ${operation.path}\n${code}\n${output}`).toBe('done')
    }
  }
})

function phpOf(operation: Operation) {
  return snippets({ operation }).find(({ id }) => id === 'php')!.tabs
}
