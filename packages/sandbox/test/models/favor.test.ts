import { test } from 'vitest'
import { type Machine, member, type Real, succeeds, walk } from '../support/walk.ts'

/** The request of a stock; the same request gets the same stock number. */
const batch = {
  stock_name: '早餐券', out_request_no: 'F1', belong_merchant: '1900000109',
  stock_use_rule: { max_coupons: 100, max_coupons_per_user: 100, max_amount: 100 }, coupon_use_rule: {},
}
const stockOf = async (real: Real) =>
  (await real.control.state()).find(({ kind }) => kind === 'favor-stock')?.key ?? 'none'
const favor = '/v3/marketing/favor'
const favorStock: Machine = {
  graph: {
    NONE: { create: 'unactivated' },
    unactivated: { start: 'running' },
    running: { pause: 'paused', send: 'running' },
    paused: { restart: 'running' },
  },
  repeats: (step, state) => step === 'create' && state !== 'NONE',
  async act(step, real) {
    if (step === 'create') return succeeds(real, `${favor}/coupon-stocks`, batch)
    const stock_id = await stockOf(real)
    if (step !== 'send') return succeeds(real, `${favor}/stocks/${stock_id}/${step}`, {})
    const out_request_no = `${(await real.control.state()).length}`
    return succeeds(real, `${favor}/users/o1/coupons`, { stock_id, out_request_no, appid: 'wx1' })
  },
  read: async real => member(real, `${favor}/stocks/${await stockOf(real)}`, 'status'),
}

test('moves a batch of coupons only along the graph of its states', () => walk(favorStock))
