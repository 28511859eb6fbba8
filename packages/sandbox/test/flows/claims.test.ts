import { expect, test } from 'vitest'
import { products } from '../../src/flows/index.ts'
import { createRegistry } from '../../src/flows/registry.ts'
import { operationsOfFacts } from '../support/facts.ts'

/** Every operation of WeChat Pay, by method and path; one without a path is known by its page. */
const operations = new Set(operationsOfFacts().map(({ method, path, page }) =>
  `${method} ${path.startsWith('/') ? path : page.replace('openapi', '')}`))

test('claims only operations that WeChat Pay has', async () => {
  const registry = createRegistry(products)
  await registry.loadAll()
  const claims = registry.claims()
  expect(claims.filter(name => !operations.has(name))).toEqual([])
  expect(claims.length).toBeGreaterThan(200)
})
