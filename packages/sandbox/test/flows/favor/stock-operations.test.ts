import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const favor = '/v3/marketing/favor'
const one = `${favor}/stocks/{stock_id}`
const stock_creator_mchid = '1900000109'
const create = (change = {}) => api.post(`${favor}/coupon-stocks`, {
  stock_name: '早餐券', stock_type: 'NORMAL', no_cash: false, belong_merchant: stock_creator_mchid, out_request_no: 'F1',
  available_begin_time: '2025-01-01T00:00:00+08:00', available_end_time: '2025-02-01T00:00:00+08:00',
  stock_use_rule: { max_coupons: 2, max_amount: 200, max_coupons_per_user: 1 },
  coupon_use_rule: { available_items: ['g1'], available_merchants: [stock_creator_mchid] }, ...change,
})
const stock_id = async () => (await create()).body.stock_id
const query = (stock_id: unknown) => api.get(one, { stock_id, query: { stock_creator_mchid } })
const act = (name: string, stock_id: unknown, more = {}) => api.post(`${one}/${name}`, { stock_creator_mchid, ...more }, { stock_id })

test('moves a stock through its states, in that order only', async () => {
  const id = await stock_id()
  expect(id).toMatch(/^\d{8}$/)
  expect((await query(id)).body).toMatchObject({ stock_id: id, stock_name: '早餐券', status: 'unactivated', stock_creator_mchid })
  expect(await act('pause', id)).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect((await act('start', id)).body).toEqual({ stock_id: id, start_time: '2025-01-02T11:04:05+08:00' })
  expect(await act('start', id)).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect((await act('pause', id)).body).toEqual({ stock_id: id, pause_time: '2025-01-02T11:04:05+08:00' })
  expect((await query(id)).body.status).toBe('paused')
  expect((await act('restart', id)).body).toEqual({ stock_id: id, restart_time: '2025-01-02T11:04:05+08:00' })
  expect((await query(id)).body.status).toBe('running')
  expect((await act('stop', id)).body).toEqual({ stock_id: id, stop_time: '2025-01-02T11:04:05+08:00' })
  expect((await query(id)).body.status).toBe('stoped')
  expect(await act('restart', id)).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})

test('shows in the rule how many coupons there are and how they are used', async () => {
  const id = (await create({ coupon_use_rule: {
    fixed_normal_coupon: { coupon_amount: 100, transaction_minimum: 200 }, combine_use: false, limit_pay: ['CMB'],
  } })).body.stock_id
  expect((await query(id)).body.stock_use_rule).toMatchObject({
    max_coupons: 2, fixed_normal_coupon: { coupon_amount: 100, transaction_minimum: 200 }, combine_use: false,
  })
})

test('changes the goods of a stock', async () => {
  const id = await stock_id()
  const items = async () => (await api.get(`${one}/items`, { stock_id: id, query: { stock_creator_mchid, offset: 0, limit: '10' } })).body
  expect(await items()).toMatchObject({ data: ['g1'], total_count: 1, stock_id: id })
  await act('modify-goods-id', id, { add_goods_id_list: ['g2', 'g1'], delete_goods_id_list: [] })
  expect((await items()).data).toEqual(['g1', 'g2'])
  await act('modify-goods-id', id, { delete_goods_id_list: ['g1', 'g2'] })
  expect(await items()).toMatchObject({ data: [], total_count: 0 })
  expect((await query(id)).body.singleitem).toBe(false)
})

test('lists stocks by state and time', async () => {
  await act('start', await stock_id())
  await create({ out_request_no: 'F2' })
  const list = async (more = {}) => (await api.get(`${favor}/stocks`, {
    query: { offset: 0, limit: 10, stock_creator_mchid, ...more },
  })).body.total_count
  expect(await list()).toBe(2)
  expect(await list({ status: 'running' })).toBe(1)
  expect(await list({ create_start_time: '2025-01-03T00:00:00+08:00' })).toBe(0)
  expect(await list({ create_end_time: '2025-01-01T00:00:00+08:00' })).toBe(0)
})

test('repeats the same request, and rejects a used number and an unknown stock', async () => {
  expect(await create()).toEqual(await create())
  expect(await create({ stock_name: '午餐券' })).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect(await query('9')).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
  for (const name of ['start', 'modify-goods-id']) expect(await act(name, '9')).toMatchObject({ status: 404 })
})
