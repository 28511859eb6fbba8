import { products } from '../../src/flows/index.ts'
import { createRegistry } from '../../src/flows/registry.ts'

const registry = createRegistry(products)
await registry.loadAll()

/** The operations that flows claim, by method and path. */
export const claims: ReadonlySet<string> = new Set(registry.claims())
