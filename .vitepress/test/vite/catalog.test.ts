import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Catalog } from '@wxpay-live/compiler/model'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { catalog } from '../../vite/catalog.ts'
import { partOf } from '../../vite/part-of.ts'

const file = fileURLToPath(import.meta.resolve('@wxpay-live/openapi/catalog.json'))
const { operations, notifications } = JSON.parse(readFileSync(file, 'utf8')) as Catalog

let server: ViteDevServer
let loadPart: (path: string) => Promise<Catalog>
let partNames: string[]

beforeAll(async () => {
  server = await createServer({
    configFile: false,
    logLevel: 'silent',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    plugins: [catalog('docs')],
  })
  const virtual = await server.ssrLoadModule('virtual:catalog')
  ;({ loadPart, partNames } = virtual as { loadPart: typeof loadPart, partNames: typeof partNames })
})
afterAll(() => server.close())

it('loads exactly the operations of a part', async () => {
  expect(operations.length).toBeGreaterThan(0)
  for (const { path } of operations) {
    const ofPart = operations.filter(other => partOf(other.path) === partOf(path))
    expect(await loadPart(path)).toEqual({ operations: ofPart })
  }
})

it('returns the same object for all paths of a part, as the sandbox caches by it', async () => {
  const [{ path } = { path: '' }] = operations
  expect(await loadPart(`${path}/x`)).toBe(await loadPart(path))
})

it.each(['/v3/', '/', ''])('loads the notifications if the path %j names no part', async (path) => {
  expect(notifications?.length).toBeGreaterThan(0)
  expect(await loadPart(path)).toEqual({ operations: [], notifications })
})

it.each(['/v3/nowhere', '/v3/__proto__', '/v3/-'])('loads no operations for %s', async (path) => {
  expect((await loadPart(path)).operations).toEqual([])
})

it('names the first segments of all paths', () => {
  const segments = new Set(operations.map(({ path }) => partOf(path)).filter(Boolean))
  expect(partNames.toSorted()).toEqual([...segments].sort())
})
