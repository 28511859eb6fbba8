import { fc, fuzz, runs } from '../../../../test/support/fuzz.ts'
import { expect, test } from 'vitest'
import { openUnsigned } from '../support/unsigned.ts'
import { ages, type Machine, member, type Real as Unsigned, succeeds, walk } from '../support/walk.ts'

const total = 100

/** How the money of the order is divided. */
interface Model {
  frozen: number
  available: number
  settled: boolean
  refunded: number
  /** Money that the receivers of each request hold, by its number. */
  held: number[]
  /** Number of returns. */
  returns: number
}
interface Real extends ReturnType<typeof openUnsigned> { transaction_id: string }
type Step = fc.AsyncCommand<Model, Real>

const step = (name: string, run: (model: Model, real: Real) => Promise<void>): Step =>
  ({ check: () => true, run, toString: () => name })

const share = (amount: number, unfreeze_unsplit: boolean) => step(`share ${amount}`, async (model, real) => {
  const { status } = await real.send('POST', '/v3/profitsharing/orders', {
    transaction_id: real.transaction_id, out_order_no: `P${model.held.length}`, unfreeze_unsplit,
    receivers: [{ type: 'MERCHANT_ID', account: 'M1', amount, description: '分账' }],
  })
  expect(status).toBe(model.settled ? 400 : amount > model.frozen ? 403 : 200)
  if (status !== 200) return
  model.held.push(amount)
  model.frozen -= amount
  if (unfreeze_unsplit) settle(model)
})

function settle(model: Model) {
  Object.assign(model, { available: model.available + model.frozen, frozen: 0, settled: true })
}

const unfreeze = step('unfreeze', async (model, real) => {
  const { transaction_id } = real
  const json = { transaction_id, out_order_no: `P${model.held.length}`, description: '解冻' }
  const { status } = await real.send('POST', '/v3/profitsharing/orders/unfreeze', json)
  expect(status).toBe(model.settled ? 400 : 200)
  if (status !== 200) return
  model.held.push(0)
  settle(model)
})

const giveBack = (order: number, amount: number) => step(`return ${order} ${amount}`, async (model, real) => {
  const { status } = await real.send('POST', '/v3/profitsharing/return-orders', {
    out_order_no: `P${order}`, out_return_no: `B${model.returns}`, return_mchid: 'M1', amount, description: '退货',
  })
  const held = model.held[order]
  expect(status).toBe(held === undefined ? 404 : amount > held ? 400 : 200)
  if (status !== 200) return
  model.returns++
  model.held[order] = held! - amount
  model.available += amount
})

const refund = (amount: number) => step(`refund ${amount}`, async (model, real) => {
  const { status } = await real.send('POST', '/v3/refund/domestic/refunds', {
    transaction_id: real.transaction_id, out_refund_no: `R${model.refunded}-${amount}`,
    amount: { refund: amount, total, currency: 'CNY' },
  })
  const source = model.settled ? 'available' : 'frozen'
  const lacking = model.settled ? 403 : 400
  expect(status).toBe(amount > total - model.refunded ? 400 : amount > model[source] ? lacking : 200)
  if (status !== 200) return
  Object.assign(model, { [source]: model[source] - amount, refunded: model.refunded + amount })
})

const remaining = step('remaining', async (model, { send, transaction_id }) => {
  const { body } = await send('GET', `/v3/profitsharing/transactions/${transaction_id}/amounts`)
  expect(body.unsplit_amount).toBe(model.frozen)
})

const amount = fc.integer({ min: 1, max: 60 })
const steps = fc.commands([
  fc.tuple(amount, fc.integer({ min: 0, max: 4 }).map(n => n === 0)).map(args => share(...args)),
  fc.constant(unfreeze),
  fc.tuple(fc.integer({ min: 0, max: 4 }), amount).map(args => giveBack(...args)),
  amount.map(refund),
  fc.constant(remaining),
], { maxCommands: 25, size: 'max' })

async function setUp() {
  const real = openUnsigned()
  const settle_info = { profit_sharing: true }
  const order = { mchid: '1900000109', out_trade_no: 'ORDER_A1', amount: { total }, settle_info }
  await real.send('POST', '/v3/pay/transactions/jsapi', order)
  await real.send('POST', '/v3/profitsharing/receivers/add', { type: 'MERCHANT_ID', account: 'M1' })
  const [paid] = await real.control.advance()
  const model: Model = { frozen: total, available: 0, settled: false, refunded: 0, held: [], returns: 0 }
  return { model, real: { ...real, transaction_id: String(paid!.data.transaction_id) } }
}

test('keeps the sum of an order\'s money, and spends no part twice', async () => {
  await fuzz(fc.asyncProperty(steps, async (steps) => {
    const set = await setUp()
    await fc.asyncModelRun(() => set, steps)
    const { frozen, available, refunded, held } = set.model
    const shared = held.reduce((sum, amount) => sum + amount, 0)
    expect(frozen + available + refunded + shared).toBe(total)
    const order = (await set.real.control.state()).find(({ kind }) => kind === 'transaction')
    expect(order?.data.funds).toEqual({ frozen, shared, refunded, settled: set.model.settled })
    const balance = await set.real.send('GET', '/v3/merchant/fund/balance/BASIC')
    expect(balance.body).toMatchObject({ available_amount: available, pending_amount: frozen })
  }), { numRuns: runs(150) })
})

/** Pays an order of 100 that is shared with the receiver, who has the money then. */
async function shareAll(real: Unsigned) {
  await real.send('POST', '/v3/profitsharing/receivers/add', { type: 'MERCHANT_ID', account: 'M1' })
  await real.send('POST', '/v3/pay/transactions/jsapi', {
    mchid: '1900000109', out_trade_no: 'ORDER_A1', amount: { total }, settle_info: { profit_sharing: true },
  })
  const [paid] = await real.control.advance()
  await real.send('POST', '/v3/profitsharing/orders', {
    transaction_id: paid!.data.transaction_id, out_order_no: 'P1', unfreeze_unsplit: true,
    receivers: [{ type: 'MERCHANT_ID', account: 'M1', amount: total, description: '分账' }],
  })
}

/** Pays an order of 100 to the receiver. */
async function earn({ send, control }: Unsigned) {
  await send('POST', '/v3/pay/partner/transactions/native', {
    sp_appid: 'wx1', sp_mchid: '1900000109', sub_mchid: 'M1', out_trade_no: 'ORDER_B1', amount: { total },
  })
  await control.pay({ key: 'ORDER_B1' }).catch(() => undefined)
}

/** A return that the receiver can pay, or that waits until the receiver can. */
const shareReturn: Machine = {
  graph: {
    NONE: { ask: 'SUCCESS', askPoor: 'PROCESSING', askRich: 'SUCCESS' },
    PROCESSING: { askRich: 'SUCCESS', expire: 'FAILED' },
    SUCCESS: {},
    FAILED: {},
  },
  repeats: (step, state) => step === 'askPoor' ? state === 'PROCESSING' : !['NONE', 'PROCESSING'].includes(state),
  async act(step, real) {
    if (step === 'expire') return ages(real, 5 * 24 * 3_600_000)
    if (!(await real.control.state()).length) await shareAll(real)
    if (step === 'askPoor') {
      await real.send('POST', '/v3/ecommerce/fund/withdraw', { sub_mchid: 'M1', out_request_no: 'W1', amount: total })
    }
    if (step === 'askRich') await earn(real)
    const isAccepted = await succeeds(real, '/v3/profitsharing/return-orders', {
      out_order_no: 'P1', out_return_no: 'B1', return_mchid: 'M1', amount: total, description: '退货',
    })
    return step === 'askPoor' ? !isAccepted : isAccepted
  },
  read: real => member(real, '/v3/profitsharing/return-orders/B1?out_order_no=P1', 'result'),
}

test('moves a return only along the graph of its states', () => walk(shareReturn))
