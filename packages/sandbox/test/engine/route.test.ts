import { describe, expect, test, vi } from 'vitest'
import { createRouter, routeBy } from '../../src/engine/route.ts'
import { Refusal } from '../../src/replies/refusal.ts'
import { operation } from '../support/catalog.ts'

const route = createRouter([
  operation('GET', '/v3/stocks/{stock_id}'),
  operation('POST', '/v3/stocks/batch'),
  operation('GET', '/v3/stocks/open'),
  operation('GET', '/v3/stocks/{stock_id}/items/{item_id}'),
  operation('GET', '/v3/stocks/open/report'),
  operation('POST', '/v3/applyments/'),
  operation('PATCH', '/v3/stocks/{stock_id}'),
  operation('POST', '/v3/applyment/{applyment_id}/cancel'),
  operation('POST', '/v3/applyment/{business_code}/cancel'),
])

/** Returns the refusal of a request without an operation. */
function refusalOf(method: string, path: string): Refusal {
  try {
    route(method, path)
  } catch (error) {
    if (error instanceof Refusal) return error
  }
  throw new Error(`${method} ${path} has an operation`)
}

test.each([
  ['GET', '/v3/stocks/98', '/v3/stocks/{stock_id}', { stock_id: '98' }],
  ['GET', '/v3/stocks/98/items/7', '/v3/stocks/{stock_id}/items/{item_id}', { stock_id: '98', item_id: '7' }],
  ['GET', '/v3/stocks/%E5%88%B8%2F1', '/v3/stocks/{stock_id}', { stock_id: '券/1' }],
  ['GET', '/v3/stocks/100%', '/v3/stocks/{stock_id}', { stock_id: '100%' }],
  ['POST', '/v3/applyments/', '/v3/applyments/', {}],
])('routes %s %s to %s', (method, path, template, variables) => {
  const found = route(method, path)
  expect(found.operation.path).toBe(template)
  expect(found.path).toEqual(variables)
})

describe('for an operation of another access point', () => {
  const overseas = { ...operation('GET', '/v3/refunds/id/{refund_id}'), baseUri: 'https://api.mch.weixin.qq.com/hk/' }
  const domestic = operation('GET', '/v3/refunds/id/{id}')

  test('finds it with and without the path of the access point', () => {
    const route = createRouter([overseas])
    expect(route('GET', '/hk/v3/refunds/id/7')).toEqual({ operation: overseas, path: { refund_id: '7' } })
    expect(route('GET', '/v3/refunds/id/7')).toEqual({ operation: overseas, path: { refund_id: '7' } })
  })

  test('prefers another operation with the same path', () => {
    const route = createRouter([overseas, domestic])
    expect(route('GET', '/hk/v3/refunds/id/7').operation).toBe(overseas)
    expect(route('GET', '/v3/refunds/id/7').operation).toBe(domestic)
  })
})

test('prefers a literal segment to a variable', () => {
  expect(route('GET', '/v3/stocks/open').operation.path).toBe('/v3/stocks/open')
})

test('tries the variable if the literal segment leads to no operation', () => {
  expect(route('GET', '/v3/stocks/open/items/1').path).toEqual({ stock_id: 'open', item_id: '1' })
})

test('tries the variable if the literal segment has another method', () => {
  expect(route('GET', '/v3/stocks/batch').path).toEqual({ stock_id: 'batch' })
})

test('finds the first of two operations with the same path shape', () => {
  expect(route('POST', '/v3/applyment/1/cancel').path).toEqual({ applyment_id: '1' })
})

test('finds the operation of a template among those with the same path shape', () => {
  const template = '/v3/applyment/{business_code}/cancel'
  expect(route('POST', template).operation.path).toBe(template)
})

test.each([
  '/v3/unknown', '/v3/stocks', '/v3/stocks/', '/v3/stocks/1/', '/v3/stocks//items/1', '/v3/applyments', '/',
  '/v3/stocks/1/items', '/v4/stocks/1', '/v3/stocks/__proto__/constructor',
])('refuses the unknown path %s with 404', (path) => {
  const refusal = refusalOf('POST', path)
  expect(refusal.status).toBe(404)
  expect(refusal.body).toEqual({ code: 'RESOURCE_NOT_EXISTS', message: `接口不存在：${path}` })
})

test.each(['/v3/transfer/batches', '/v3/transfer/batches/out-batch-no/B1'])(
  'names the successor of the older transfers, as in wechatpay-java#353: %s', (path) => {
    const { status, body } = refusalOf('POST', path)
    expect([status, body.code]).toEqual([403, 'NO_AUTH'])
    expect(body.message).toMatch(/^当前商户号接入升级版本功能，暂不支持使用升级前功能，.*\/v3\/fund-app\/mch-transfer\/transfer-bills$/)
  },
)

test('refuses a wrong method with 405 and names the right ones', () => {
  const refusal = refusalOf('DELETE', '/v3/stocks/98')
  expect(refusal.status).toBe(405)
  expect(refusal.headers).toEqual({ Allow: 'GET, PATCH' })
  expect(refusal.body.message).toBe('接口 /v3/stocks/98 不支持 DELETE 方法，请使用 GET, PATCH')
})

test('needs as many lookups among ten thousand operations as among ten', () => {
  const lookUps = (count: number) => {
    const many = createRouter(Array.from({ length: count }, (_, index) =>
      operation('GET', `/v3/group-${index}/{id}/action-${index}`)))
    const get = vi.spyOn(Map.prototype, 'get')
    many('GET', '/v3/group-7/1/action-7')
    const { length } = get.mock.calls
    get.mockRestore()
    return length
  }
  expect(lookUps(10)).toBeGreaterThan(0)
  expect(lookUps(10_000)).toBe(lookUps(10))
})

test('loads a catalog in parts by path, and indexes each part once', async () => {
  const read = vi.fn(() => [operation('GET', '/v3/refund/{id}')])
  const refund = { get operations() { return read() } }
  const find = routeBy(path => Promise.resolve(path.startsWith('/v3/refund/') ? refund : { operations: [] }))

  expect((await find('GET', '/v3/refund/7')).path).toEqual({ id: '7' })
  expect((await find('GET', '/v3/refund/8')).path).toEqual({ id: '8' })
  expect(read).toHaveBeenCalledOnce()
  await expect(find('GET', '/v3/nowhere')).rejects.toMatchObject({ status: 404 })
})

test('finds an operation without a path at the path of its page', async () => {
  const download = { ...operation('GET', '{download_url}'), page: 'openapi/v3/fapiao/download' }
  const { operation: found, path } = await routeBy({ operations: [download] })('GET', '/v3/fapiao/download')
  expect([found.path, found.request.path, path]).toEqual(['/v3/fapiao/download', [], {}])
})

test('routes by a whole catalog', async () => {
  expect((await routeBy({ operations: [operation('GET', '/v3/x')] })('GET', '/v3/x')).operation.path).toBe('/v3/x')
})

test('rejects if a part fails to load, and loads it again for the next request', async () => {
  const load = vi.fn<() => Promise<{ operations: ReturnType<typeof operation>[] }>>()
    .mockRejectedValueOnce(new Error('offline')).mockResolvedValue({ operations: [operation('GET', '/v3/x')] })
  const find = routeBy(load)
  await expect(find('GET', '/v3/x')).rejects.toThrow('offline')
  await expect(find('GET', '/v3/x')).resolves.toMatchObject({ path: {} })
})
