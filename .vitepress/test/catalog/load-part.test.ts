import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Catalog } from '@wxpay-live/compiler/model'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { catalogFiles } from '../../catalog/files.ts'
import type * as LoadPart from '../../catalog/load-part.ts'
import { partOf } from '../../catalog/part-of.ts'

vi.mock('vitepress', () => ({ withBase: (path: string) => `/base${path}` }))

const file = fileURLToPath(import.meta.resolve('@wxpay-live/openapi/catalog.json'))
const catalog = JSON.parse(readFileSync(file, 'utf8')) as Catalog
const { operations, notifications } = catalog
const files = catalogFiles(catalog)

let loadPart: typeof LoadPart.loadPart
let loadPartNames: typeof LoadPart.loadPartNames
let requested: string[]
let isOffline: boolean

beforeEach(async () => {
  requested = []
  isOffline = false
  vi.resetModules()
  vi.stubGlobal('fetch', async (url: string) => {
    requested.push(url)
    if (isOffline) throw new TypeError('Failed to fetch')
    const content = files.get(url.slice('/base/'.length))
    return new Response(content, { status: content === undefined ? 404 : 200 })
  })
  ;({ loadPart, loadPartNames } = await import('../../catalog/load-part.ts'))
})
afterEach(() => vi.unstubAllGlobals())

it('loads exactly the operations of a part', async () => {
  expect(operations.length).toBeGreaterThan(0)
  for (const [name, ofPart] of Map.groupBy(operations, ({ path }) => partOf(path))) {
    if (name) expect(await loadPart(ofPart[0]!.path)).toEqual({ operations: ofPart })
  }
})

it('returns the same object for all paths of a part, as the sandbox caches by it', async () => {
  const [{ path } = { path: '' }] = operations
  expect(await loadPart(`${path}/x`)).toBe(await loadPart(path))
})

it('loads the index and the part only, each once', async () => {
  const { path } = operations.find(({ path }) => partOf(path))!
  await Promise.all([loadPart(path), loadPart(path), loadPart('/v3/nowhere')])
  expect(requested).toEqual(['/base/assets/catalog/index.json', expect.stringContaining(`/base/assets/catalog/${partOf(path)}.`)])
})

it.each(['/v3/', '/', ''])('loads the notifications if the path %j names no part', async (path) => {
  expect(notifications?.length).toBeGreaterThan(0)
  const others = operations.filter(({ path }) => !partOf(path))
  expect(await loadPart(path)).toEqual({ operations: others, notifications })
})

it('keeps the notifications when an operation lies outside /v3/', () => {
  const outside = { ...operations[0]!, path: '/brand/marketing/users' }
  const part = { operations: [outside], notifications: notifications ?? [] }
  const written = Array.from(catalogFiles(part).values(), json => JSON.parse(json))
  expect(written).toContainEqual(part)
})

it.each(['/v3/nowhere', '/v3/__proto__', '/v3/-'])('loads no operations for %s', async (path) => {
  expect((await loadPart(path)).operations).toEqual([])
})

it('names the first segments of all paths', async () => {
  const segments = new Set(operations.map(({ path }) => partOf(path)).filter(Boolean))
  expect((await loadPartNames()).toSorted()).toEqual([...segments].sort())
})

it('tries again after a failure', async () => {
  const [{ path } = { path: '' }] = operations
  isOffline = true
  await expect(loadPart(path)).rejects.toThrow('index.json: Failed to fetch')
  isOffline = false
  expect((await loadPart(path)).operations).not.toEqual([])
})
