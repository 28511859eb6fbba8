import { fc, fuzz, runs } from '../../../../test/support/fuzz.ts'
import { expect, test } from 'vitest'
import { combinedOrder, recharge, rechargePath, subMerchants } from '../support/platform.ts'
import { openUnsigned } from '../support/unsigned.ts'
import { inScenario, type Real } from '../support/walk.ts'

const platform = '1900000109'
const supplier = '1900000112'

/** An order of a sub-merchant with the numbers of what happened to it. */
interface Order {
  keys: { sub_mchid: string, transaction_id: string }
  shares: { out_order_no: string, return_mchid: string }[]
  refunds: string[]
}

/** The accounts that the API does not show, in cents, and the orders. */
interface Model {
  buyer: number
  bank: number
  /** Money on its way to the bank that comes back. */
  failing: number
  orders: Order[]
}

/** One step of a month; `number` makes its numbers unique. */
type Step = (
  taken: { real: Real, model: Model, order: Order, amount: number, number: string },
) => Promise<void>

/** What succeeded at least once. */
const seen = new Set<string>()

async function post({ send }: Real, path: string, json: object, headers = {}) {
  const response = await send('POST', path, json, headers)
  if (response.status === 200) seen.add(path.replace(/\d{20,}/, '{}'))
  return response
}

/** The user pays a combined order of both sub-merchants; every second one declares a subsidy of 100. */
const sell: Step = async ({ real, model, amount, number }) => {
  const { sub_orders, ...order } = combinedOrder(amount % 2 ? {} : { subsidy_amount: 100 })
  const combine_out_trade_no = `ORDER_C${number}`
  const parts = sub_orders.map(part => ({ ...part, out_trade_no: `${part.out_trade_no}_${number}` }))
  await post(real, '/v3/combine-transactions/jsapi', { ...order, combine_out_trade_no, sub_orders: parts })
  await real.control.pay({ key: combine_out_trade_no })
  const state = await real.control.state()
  for (const { sub_mchid, out_trade_no, amount } of parts) {
    const { transaction_id } = state.find(({ key }) => key === out_trade_no)!.data
    const keys = { sub_mchid, transaction_id: String(transaction_id) }
    model.orders.push({ keys, shares: [], refunds: [] })
    model.buyer -= amount.total_amount
  }
}

const share: Step = async ({ real, order, amount, number }) => {
  const receiver_account = amount % 2 ? supplier : platform
  const out_order_no = `P${number}`
  const { status } = await post(real, '/v3/ecommerce/profitsharing/orders', {
    ...order.keys, out_order_no, finish: amount % 3 === 0,
    receivers: [{ type: 'MERCHANT_ID', receiver_account, amount, description: '分账' }],
  })
  if (status !== 200) return
  order.shares.push({ out_order_no, return_mchid: receiver_account })
}

const takeBack: Step = async ({ real, order: { keys: { sub_mchid }, shares }, amount, number }) => {
  const from = shares.at(-1)
  if (!from) return
  await post(real, '/v3/ecommerce/profitsharing/returnorders', {
    sub_mchid, ...from, out_return_no: `B${number}`, amount, description: '退货',
  })
}

const refund = (refund_account: string): Step => async ({ real, model, order, amount, number }) => {
  const { status, body } = await post(real, '/v3/ecommerce/refunds/apply', {
    ...order.keys, sp_appid: 'wx1', out_refund_no: `R${number}`, amount: { refund: amount, total: 1000, currency: 'CNY' },
    refund_account,
  })
  if (status !== 200) return
  seen.add(String(body.refund_account))
  order.refunds.push(String(body.refund_id))
  model.buyer += amount
}

const repay: Step = async ({ real, order: { keys: { sub_mchid }, refunds } }) => {
  for (const id of refunds) {
    const { body } = await post(real, `/v3/ecommerce/refunds/${id}/return-advance`, { sub_mchid })
    if (body.result === 'SUCCESS') seen.add('repaid')
  }
}

const addMoney: Step = async ({ real, model, amount, number }) => {
  const account_type = amount > 300 ? 'BASIC' : 'OPERATION'
  await post(real, rechargePath, { ...recharge(amount), account_type, out_recharge_no: `C${number}` })
  await real.control.pay({ key: `C${number}` })
  model.bank -= amount
}

const withdraw = (path: string, from: object): Step => async ({ real, model, amount, number }) => {
  const fails = amount % 2 === 0
  const headers = fails ? inScenario('WITHDRAW_FAIL') : {}
  const { status } = await post(real, path, { ...from, out_request_no: `W${number}`, amount }, headers)
  if (status !== 200) return
  model.bank += amount
  if (fails) model.failing += amount
}

/** The bank pays what waits, or sends it back. */
const bank: Step = async ({ real: { control }, model }) => {
  const waiting = (await control.state()).filter(({ kind, waits }) => kind === 'withdrawal' && waits)
  if (waiting.length) await control.advance({ kind: 'withdrawal' })
  model.bank -= model.failing
  model.failing = 0
}

const steps: Record<string, Step> = {
  sell, share, takeBack, repay, addMoney, bank,
  'finish': async ({ real, order, number }) => {
    await post(real, '/v3/ecommerce/profitsharing/finish-order', { ...order.keys, out_order_no: `P${number}`, description: '完结' })
  },
  'refund': refund('REFUND_SOURCE_SUB_MERCHANT'),
  'refund or advance': refund('REFUND_SOURCE_PARTNER_ADVANCE'),
  'subsidize': async ({ real, order }) => {
    await post(real, '/v3/ecommerce/subsidies/create', { ...order.keys, amount: 100, description: '补贴' })
  },
  'return a subsidy': async ({ real, order, amount, number }) => {
    await post(real, '/v3/ecommerce/subsidies/return', { ...order.keys, out_order_no: `S${number}`, amount, description: '收回' })
  },
  'withdraw income': withdraw('/v3/merchant/fund/withdraw', { account_type: 'BASIC' }),
  'withdraw operating money': withdraw('/v3/merchant/fund/withdraw', { account_type: 'OPERATION' }),
  'withdraw for a shop': withdraw('/v3/ecommerce/fund/withdraw', { sub_mchid: subMerchants[0] }),
  'withdraw for the supplier': withdraw('/v3/ecommerce/fund/withdraw', { sub_mchid: supplier }),
  'next day': async ({ real: { control } }) => control.clock.advance(24 * 3_600_000),
}

/** Returns what the platform, its sub-merchants and the supplier have, frozen money included; no account owes anything. */
async function balances({ send }: Real): Promise<number[]> {
  const responses = await Promise.all([
    ...['BASIC', 'OPERATION', 'FEES'].map(account => send('GET', `/v3/merchant/fund/balance/${account}`)),
    ...[...subMerchants, supplier].map(sub_mchid => send('GET', `/v3/ecommerce/fund/balance/${sub_mchid}`)),
  ])
  return responses.map(({ body: { available_amount, pending_amount } }) => {
    expect(Math.min(Number(available_amount), Number(pending_amount))).toBeGreaterThanOrEqual(0)
    return Number(available_amount) + Number(pending_amount)
  })
}

const amount = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.constantFrom(50, 100, 900, 1000))
/** How a month begins: with money to subsidize, or with money to advance and an advance that the shop can repay after a return. */
const beginnings: [name: string, which: number, amount: number][][] = [
  [['sell', 0, 2], ['addMoney', 0, 300], ['subsidize', 0, 100]],
  [['addMoney', 0, 1000], ['sell', 0, 1], ['share', 0, 297], ['refund or advance', 0, 1000], ['repay', 0, 1], ['takeBack', 0, 297]],
]
const month = fc.array(fc.tuple(fc.constantFrom(...Object.keys(steps)), fc.nat({ max: 3 }), amount), {
  minLength: 15, maxLength: 30, size: 'max',
})

test('keeps the money of a random month: buyer, platform, shops, supplier, fees and bank add up to zero', async () => {
  await fuzz(fc.asyncProperty(fc.constantFrom(...beginnings), month, async (beginning, month) => {
    const real = openUnsigned()
    const receiver = { type: 'MERCHANT_ID', account: supplier, relation_type: 'SUPPLIER' }
    await post(real, '/v3/ecommerce/profitsharing/receivers/add', receiver)
    const model: Model = { buyer: 0, bank: 0, failing: 0, orders: [] }
    for (const [index, [name, which, amount]] of [...beginning, ...month].entries()) {
      const order = model.orders[which % model.orders.length]!
      await steps[name]!({ real, model, order, amount, number: String(index) })
      const all = [model.buyer, model.bank, ...await balances(real)]
      expect([name, all.reduce((sum, amount) => sum + amount, 0)]).toEqual([name, 0])
    }
  }), { numRuns: runs(20) })
  expect([...seen].sort()).toEqual([
    '/v3/combine-transactions/jsapi', '/v3/ecommerce/fund/withdraw',
    ...['finish-order', 'orders', 'receivers/add', 'returnorders'].map(name => `/v3/ecommerce/profitsharing/${name}`),
    '/v3/ecommerce/refunds/apply', '/v3/ecommerce/refunds/{}/return-advance',
    '/v3/ecommerce/subsidies/create', '/v3/ecommerce/subsidies/return',
    '/v3/merchant/fund/withdraw', rechargePath,
    'REFUND_SOURCE_PARTNER_ADVANCE', 'REFUND_SOURCE_SUB_MERCHANT', 'repaid',
  ])
})
