import { createHash } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'
import { signed } from '../../support/request.ts'

let api: ReturnType<typeof openFlow>
let stock_id: string
const favor = '/v3/marketing/favor'
const stock_creator_mchid = '1900000109'

beforeEach(async () => {
  api = openFlow()
  const { body } = await api.post(`${favor}/coupon-stocks`, {
    stock_name: '早餐券', belong_merchant: stock_creator_mchid, out_request_no: 'F1', no_cash: false,
    available_begin_time: '2025-01-01T00:00:00+08:00', available_end_time: '2025-02-01T00:00:00+08:00',
    stock_use_rule: { max_coupons: 2, max_coupons_per_user: 1 },
    coupon_use_rule: { fixed_normal_coupon: { coupon_amount: 100, transaction_minimum: 200 } },
  })
  stock_id = String(body.stock_id)
})

const start = () => api.post(`${favor}/stocks/{stock_id}/start`, { stock_creator_mchid }, { stock_id })
const send = (openid: string, out_request_no: string) => api.post(`${favor}/users/{openid}/coupons`, {
  stock_id, out_request_no, appid: 'wx1', stock_creator_mchid,
}, { openid })
const query = (coupon_id: unknown, openid = 'o1') =>
  api.get(`${favor}/users/{openid}/coupons/{coupon_id}`, { openid, coupon_id, query: { appid: 'wx1' } })
const list = async (openid: string, more = {}) =>
  (await api.get(`${favor}/users/{openid}/coupons`, { openid, query: { appid: 'wx1', ...more } })).body

test('sends a coupon, and notifies when the user uses it', async () => {
  await start()
  await api.post(`${favor}/callbacks`, { mchid: stock_creator_mchid, notify_url: 'https://shop.example/coupon' })
  const { coupon_id } = (await send('o1', 'F11')).body
  expect((await query(coupon_id)).body).toMatchObject({
    coupon_id, stock_id, coupon_name: '早餐券', status: 'SENDED', singleitem: false,
    no_cash: false, out_request_no: 'F11',
    normal_coupon_information: { coupon_amount: 100, transaction_minimum: 200 },
  })
  await api.control.advance({ kind: 'favor-coupon', key: String(coupon_id) })
  expect((await query(coupon_id)).body).toMatchObject({
    status: 'USED', consume_information: { consume_mchid: '1900000109', consume_time: '2025-01-02T11:04:05+08:00' },
  })
  expect(await api.control.notifications()).toMatchObject([{
    event_type: 'COUPON.USE', notify_url: 'https://shop.example/coupon', resource: { coupon_id, status: 'USED' },
  }])
  await expect(api.control.advance({ kind: 'favor-coupon' })).rejects.toThrow(RangeError)
  expect((await api.get(`${favor}/stocks/{stock_id}`, { stock_id, query: { stock_creator_mchid } })).body.distributed_coupons).toBe(1)
})

test('sends only coupons of a running stock, within the limits per user and in all', async () => {
  expect(await send('o1', 'F11')).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  await start()
  const first = await send('o1', 'F11')
  expect(await send('o1', 'F11')).toEqual(first)
  expect(await send('o1', 'F12')).toMatchObject({ status: 403, code: 'RULE_LIMIT' })
  expect((await send('o2', 'F12')).status).toBe(200)
  expect(await send('o3', 'F13')).toMatchObject({ status: 403, code: 'NOT_ENOUGH' })
})

test('lists coupons by user and state', async () => {
  await start()
  await send('o1', 'F11')
  expect(await list('o1')).toMatchObject({ total_count: 1, data: [{ status: 'SENDED' }] })
  expect((await list('o1', { status: 'USED' })).total_count).toBe(0)
  expect((await list('o2')).total_count).toBe(0)
})

test('finds a coupon only by its own user', async () => {
  await start()
  const { coupon_id } = (await send('o1', 'F11')).body
  expect((await query(coupon_id)).status).toBe(200)
  const others = `${favor}/users/{openid}/coupons/{coupon_id}`
  expect(await api.get(others, { openid: 'o2', coupon_id })).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
})

test('expires a coupon at the end of its period', async () => {
  await start()
  const { coupon_id } = (await send('o1', 'F11')).body
  api.control.clock.advance(31 * 24 * 3_600_000)
  expect((await query(coupon_id)).body.status).toBe('EXPIRED')
  await expect(api.control.advance()).rejects.toThrow(RangeError)
})

test('lists the used coupons in a file', async () => {
  await start()
  const { coupon_id } = (await send('o1', 'F11')).body
  await api.control.advance()
  const { body } = await api.get(`${favor}/stocks/{stock_id}/use-flow`, { stock_id })
  const { pathname, search } = new URL(String(body.url))
  const response = await api.fetch(signed('GET', pathname + search))
  const text = await response.text()
  expect(createHash('sha1').update(text).digest('hex')).toBe(body.hash_value)
  expect(text).toContain(`\`${stock_id},\`${String(coupon_id)},\`全场券,\`1.00`)
})

test('rejects unknown stocks and coupons', async () => {
  expect(await query('9')).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
  expect(await api.get(`${favor}/stocks/{stock_id}/use-flow`, { stock_id: '9' })).toMatchObject({ status: 404 })
  expect(await api.get(`${favor}/callbacks`, { query: { mchid: '1900000109' } })).toMatchObject({ status: 404 })
})

test('gives a user a new merchant coupon each time', async () => {
  await api.post('/v3/marketing/busifavor/callbacks', { mchid: '1900000109', notify_url: 'https://shop.example/taken' })
  const take = () => api.control.advance({ kind: 'busifavor-coupon', key: '98065001' })
  await take()
  await take()
  const notifications = await api.control.notifications()
  expect(notifications).toMatchObject([1, 2].map(() => ({
    event_type: 'COUPON.SEND', notify_url: 'https://shop.example/taken', resource: { stock_id: '98065001', send_merchant: '1900000109' },
  })))
  expect(notifications[0]?.resource.coupon_code).not.toBe(notifications[1]?.resource.coupon_code)
})
