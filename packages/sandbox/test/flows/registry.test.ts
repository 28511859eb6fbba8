import { expect, test, vi } from 'vitest'
import { products } from '../../src/flows/index.ts'
import type { Flow, Responders } from '../../src/flows/kit/flow.ts'
import type { Product } from '../../src/flows/kit/product.ts'
import { createRegistry } from '../../src/flows/registry.ts'

const responder = () => ({ status: 200 })
const productOf = (prefix: `/v3/${string}`, ...flows: Flow[]): Product =>
  ({ prefixes: [prefix], load: async () => flows.map(flow => ({ flow })) })
const flowOf = (responders: Responders): Flow => ({ responders })

test('loads a product at the first call of one of its operations', async () => {
  const registry = createRegistry(products)
  expect(registry.claims()).toEqual([])
  expect(await registry.handlerOf({ method: 'GET', path: '/v3/certificates' })).toHaveProperty('responder')
  expect(registry.claims()).toEqual(['GET /v3/certificates', 'GET /v3/global/certificates'])
})

test('loads the products whose records a product changes', async () => {
  const registry = createRegistry(products)
  await registry.handlerOf({ method: 'POST', path: '/v3/payscore/serviceorder' })
  expect(registry.recordType('transaction')?.label).toBe('订单')
})

test('loads a product again after it failed to load', async () => {
  const load = vi.fn(async () => [{ flow: flowOf({ 'GET /v3/a/x': responder }) }])
  load.mockRejectedValueOnce(new TypeError('network lost'))
  const registry = createRegistry([{ prefixes: ['/v3/a/'], load }])
  await expect(registry.loadAll()).rejects.toThrow('network lost')
  await registry.loadAll()
  await registry.loadAll()
  expect(registry.claims()).toEqual(['GET /v3/a/x'])
  expect(load).toHaveBeenCalledTimes(2)
})

test('returns no handler for an operation that no flow claims', async () => {
  const registry = createRegistry(products)
  expect(await registry.handlerOf({ method: 'POST', path: '/v3/unknown' })).toBeUndefined()
  expect(await registry.handlerOf({ method: 'PATCH', path: '/v3/pay/transactions/jsapi' })).toBeUndefined()
})

test('prefers the product with the longer prefix', async () => {
  const registry = createRegistry([
    productOf('/v3/a/', flowOf({ 'GET /v3/a/x': responder })),
    productOf('/v3/a/b/', flowOf({ 'GET /v3/a/b/x': responder })),
  ])
  await registry.loadAll()
  expect(registry.claims()).toEqual(['GET /v3/a/x', 'GET /v3/a/b/x'])
})

const bill = 'GET /v3/bill/tradebill'

test.each([
  ['one flow', [productOf('/v3/bill/', { actions: { [bill]: async () => undefined }, responders: { [bill]: responder } })]],
  ['two flows', [productOf('/v3/bill/', flowOf({ [bill]: responder }), flowOf({ [bill]: responder }))]],
])('throws if %s claims an operation twice', async (_, products) => {
  await expect(createRegistry(products).loadAll()).rejects.toThrow(`${bill} is claimed by two flows`)
})

test('throws if a product claims an operation outside its prefixes', async () => {
  const registry = createRegistry([productOf('/v3/a/', flowOf({ 'GET /v3/b': responder }))])
  await expect(registry.loadAll()).rejects.toThrow('GET /v3/b is not below the prefixes of its product: /v3/a/')
})

test('knows a Chinese label of every record type that the other side changes', async () => {
  const registry = createRegistry(products)
  await registry.loadAll()
  for (const { record } of registry.otherSides()) expect(record.label).toMatch(/\p{Script=Han}/u)
})
