import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { products } from '../../src/flows/index.ts'
import { createRegistry } from '../../src/flows/registry.ts'

const file = fileURLToPath(import.meta.resolve('@wxpay-live/facts/apiv3.ndjson'))

/** Every operation of WeChat Pay, by method and path; one without a path is known by its page. */
const operations = new Set(readFileSync(file, 'utf8').trim().split('\n').map((line) => {
  const { verb, path, page } = JSON.parse(line) as Record<'verb' | 'path' | 'page', string>
  return `${verb} ${path ?? `/${page.replace(/^openapi\//, '')}`}`
}))

test('claims only operations that WeChat Pay has', async () => {
  const registry = createRegistry(products)
  await registry.loadAll()
  const claims = registry.claims()
  expect(claims.filter(name => !operations.has(name))).toEqual([])
  expect(claims.length).toBeGreaterThan(200)
})
