import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Catalog } from '@wxpay-live/compiler/model'
import { routeBy } from '@wxpay-live/sandbox/check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { catalogFiles } from '../../catalog/files.ts'
import type * as LoadPart from '../../catalog/load-part.ts'

vi.mock('vitepress', () => ({ withBase: (path: string) => `/base${path}` }))

const file = fileURLToPath(import.meta.resolve('@wxpay-live/openapi/catalog.json'))
const catalog = JSON.parse(readFileSync(file, 'utf8')) as Catalog
const { operations, notifications } = catalog
const files = catalogFiles(catalog)

let catalogOfPage: typeof LoadPart
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
  catalogOfPage = await import('../../catalog/load-part.ts')
})
afterEach(() => vi.unstubAllGlobals())

it('loads the operation of every path, as the whole catalog has it', async () => {
  const [byPart, byCatalog] = [routeBy(catalogOfPage.loadPart), routeBy(catalog)]
  expect(operations.length).toBeGreaterThan(0)
  for (const { method, path } of operations) {
    const requested = path.replaceAll(/\{\w+\}/g, 'A1')
    expect(await byPart(method, requested)).toEqual(await byCatalog(method, requested))
  }
})

it('returns the same object for all paths of a part, as the sandbox caches by it', async () => {
  const [{ path } = { path: '' }] = operations
  expect(await catalogOfPage.loadPart(`${path}/x`)).toBe(await catalogOfPage.loadPart(path))
})

it('loads the index and the part only, each once', async () => {
  const { loadPart } = catalogOfPage
  await Promise.all([loadPart('/v3/refund/domestic/refunds'), loadPart('/v3/refund/domestic/refunds/R1'), loadPart('/v3/nowhere')])
  expect(requested).toEqual(['/base/assets/catalog/index.json', expect.stringContaining('/base/assets/catalog/v3.refund.')])
})

it('loads the notifications if the path is empty', async () => {
  expect(notifications?.length).toBeGreaterThan(0)
  expect(await catalogOfPage.loadPart('')).toEqual({ operations: [], notifications })
})

it.each(['/v3/nowhere', '/v3/__proto__', '/v3/', '/', '/notifications'])('loads no operations for %s', async (path) => {
  expect((await catalogOfPage.loadPart(path)).operations).toEqual([])
})

it('loads all that begin alike, over several parts', async () => {
  const near = await catalogOfPage.loadNear('/v3/pay/partner/transactions/id/1')
  const pay = operations.filter(({ path }) => path.startsWith('/v3/pay/'))
  expect(requested.length).toBeGreaterThan(2)
  expect(near).toHaveLength(pay.length)
  expect(near).toEqual(expect.arrayContaining(pay))
})

it('lists all operations', async () => {
  const list = operations.map(({ method, path, title }) => ({ method, path, title }))
  expect(await catalogOfPage.loadList()).toEqual(list)
})

it('tries again after a failure', async () => {
  const [{ path } = { path: '' }] = operations
  isOffline = true
  await expect(catalogOfPage.loadPart(path)).rejects.toThrow('index.json: Failed to fetch')
  isOffline = false
  expect((await catalogOfPage.loadPart(path)).operations).not.toEqual([])
})
