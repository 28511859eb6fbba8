import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type Catalog, compilePage, operationTypesOf, type Operation } from '@wxpay-live/compiler'
import { products } from '../packages/sandbox/src/flows/index.ts'
import { createRegistry } from '../packages/sandbox/src/flows/registry.ts'
import { readFacts } from './facts/facts.ts'
import { toPages } from './pages-from-facts/pages.ts'

const folder = 'packages/sandbox/generated'

/** Writes the types of the operations that flows of the sandbox claim: from the exported pages, else from the facts. */
async function main(): Promise<void> {
  const registry = createRegistry(products)
  await registry.loadAll()
  const claims = new Set<string>(registry.claims())
  const { operations, notifications }: Catalog = JSON.parse(readFileSync('packages/openapi/catalog.json', 'utf8'))
  const written = new Set(operations.map(nameOf))
  const drafts = draftOperations([...claims].filter(name => !written.has(name)))
  const claimed = [...operations, ...drafts].filter(operation => claims.has(nameOf(operation)))
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/operations.d.ts`, operationTypesOf({ operations: claimed, notifications: notifications ?? [] }))
}

/** Compiles draft pages of operations that have no page yet. */
function draftOperations(names: string[]): Operation[] {
  const facts = readFacts()
  const operations = facts.operations.filter(({ verb, path }) => names.includes(`${verb} ${path}`))
  const pages = toPages({ ...facts, operations, notifications: [] })
  return Array.from(pages, ([page, text]) => compilePage(text, page))
    .flatMap(({ operations }) => operations.map(({ operation }) => operation))
}

const nameOf = ({ method, path }: Operation) => `${method} ${path}`

await main()
