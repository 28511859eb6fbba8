import { readFileSync } from 'node:fs'
import type { Catalog } from '@wxpay-live/compiler/model'
import { operationsOfFacts } from '../test/support/facts.ts'

const published = JSON.parse(
  readFileSync(new URL('../../openapi/catalog.json', import.meta.url), 'utf8'),
) as Catalog

const target = ({ method, path }: Catalog['operations'][number]) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`

/** Returns the operations of the reference, and all others of the API. */
export function benchCatalog(): Catalog {
  const known = new Set(published.operations.map(target))
  const others = operationsOfFacts().filter(operation => !known.has(target(operation)))
  return { operations: [...published.operations, ...others] }
}
