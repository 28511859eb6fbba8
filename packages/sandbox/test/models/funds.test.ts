import { fc, fuzz, runs } from '../../../../test/support/fuzz.ts'
import { expect, test } from 'vitest'
import { openUnsigned } from '../support/unsigned.ts'
import { advances, ages, inScenario, type Machine, member, type Real, succeeds, walk } from '../support/walk.ts'

const platform = '1900000109'
const shop = '1900000118'
const day = 24 * 3_600_000

/** Pays an order of 1000 to the shop. */
async function earn(real: Real, out_trade_no: string, settle_info = {}) {
  await real.send('POST', '/v3/pay/partner/transactions/native', {
    sp_appid: 'wx1', sp_mchid: platform, sub_mchid: shop, out_trade_no, amount: { total: 1000 }, settle_info,
  })
  await real.control.pay({ key: out_trade_no })
}

/** The steps that request a withdrawal, by their scenario. */
const requests: Record<string, string | undefined> = {
  request: undefined, requestFailing: 'WITHDRAW_FAIL', requestClosed: 'WITHDRAW_CLOSED', requestReturned: 'WITHDRAW_RETURNED',
}

/** A withdrawal of the shop, with the outcome that its scenario sets as a part of its state. */
const withdrawal: Machine = {
  graph: {
    'NONE': { requestPoor: 'INIT', request: 'CREATE_SUCCESS', requestFailing: 'CREATE_SUCCESS to FAIL', requestClosed: 'INIT to CLOSE', requestReturned: 'CREATE_SUCCESS to REFUND' },
    'INIT': { request: 'CREATE_SUCCESS', requestFailing: 'CREATE_SUCCESS', requestClosed: 'CREATE_SUCCESS', requestReturned: 'CREATE_SUCCESS' },
    'CREATE_SUCCESS': { bank: 'SUCCESS' },
    'CREATE_SUCCESS to FAIL': { bank: 'FAIL' },
    'INIT to CLOSE': { bank: 'CLOSE' },
    'CREATE_SUCCESS to REFUND': { bank: 'SUCCESS to REFUND' },
    'SUCCESS to REFUND': { bank: 'REFUND' },
    'SUCCESS': {},
    'FAIL': {},
    'CLOSE': {},
    'REFUND': {},
  },
  repeats: (step, state) => step === 'requestPoor' ? state === 'INIT' : step in requests && state !== 'NONE',
  async act(step, real) {
    if (step === 'bank') return advances(real, 'withdrawal', `${shop}/W1`)
    const hasEarned = (await real.control.state()).some(({ kind }) => kind === 'transaction')
    if (step !== 'requestPoor' && !hasEarned) await earn(real, 'ORDER_A1')
    const headers = requests[step] === undefined ? {} : inScenario(requests[step])
    const json = { sub_mchid: shop, out_request_no: 'W1', amount: 600 }
    const isAccepted = await succeeds(real, '/v3/ecommerce/fund/withdraw', json, headers)
    return step === 'requestPoor' ? !isAccepted : isAccepted
  },
  async read(real) {
    const status = await member(real, `/v3/ecommerce/fund/withdraw/out-request-no/W1?sub_mchid=${shop}`, 'status')
    const [record] = (await real.control.state()).filter(({ kind }) => kind === 'withdrawal')
    const ends: Record<string, string> = { fail: 'FAIL', close: 'CLOSE', return: 'REFUND' }
    const end = ends[String(record?.data.failure)]
    return end === undefined || status === end ? status : `${String(status)} to ${end}`
  },
}

const dayEndPath = '/v3/platsolution/ecommerce/withdraw/day-end-balance-withdraw'
const dayEndWithdrawal: Machine = {
  graph: {
    'NONE': { request: 'PROCESSING', requestFailing: 'PROCESSING to fail', requestReturned: 'PROCESSING to return' },
    'PROCESSING': { bank: 'FINISHED' },
    'PROCESSING to fail': { bank: 'ABNORMAL' },
    'PROCESSING to return': { bank: 'FINISHED to return' },
    'FINISHED to return': { bank: 'ABNORMAL' },
    'FINISHED': {},
    'ABNORMAL': {},
  },
  repeats: (step, state) => step in requests && state !== 'NONE',
  async act(step, real) {
    if (step === 'bank') return advances(real, 'day-end-withdrawal', `${shop}/D1`)
    if (!(await real.control.state()).length) {
      await earn(real, 'ORDER_A1')
      real.control.clock.advance(day)
    }
    const headers = requests[step] === undefined ? {} : inScenario(requests[step])
    const json = { sub_mchid: shop, out_request_no: 'D1', calculate_amount_type: 'ONLY_DAY_END_BALANCE' }
    return succeeds(real, dayEndPath, json, headers)
  },
  async read(real) {
    const status = await member(real, `${dayEndPath}/out-request-no/D1?sub_mchid=${shop}`, 'status')
    const [record] = (await real.control.state()).filter(({ kind }) => kind === 'day-end-withdrawal')
    const failure = record?.data.failure
    return failure === undefined || status === 'ABNORMAL' ? status : `${String(status)} to ${String(failure)}`
  },
}

const recharges = '/v3/platsolution/ecommerce/recharges'

/** A recharge of the shop; one whose first payment goes back waits again. */
const recharge: Machine = {
  graph: {
    'NONE': { apply: 'RECHARGING', applyReturned: 'RECHARGING to return' },
    'RECHARGING': { payer: 'SUCCESS', close: 'CLOSED', expire: 'CLOSED' },
    'RECHARGING to return': { payer: 'RECHARGING', close: 'CLOSED', expire: 'CLOSED' },
    'SUCCESS': {},
    'CLOSED': { close: 'CLOSED' },
  },
  repeats: (step, state) => state !== 'NONE' && (step.startsWith('apply') || step === 'expire'),
  async act(step, real) {
    if (step === 'payer') return advances(real, 'recharge', 'C1')
    if (step === 'expire') return ages(real, 7 * day)
    if (step === 'close') return succeeds(real, `${recharges}/out-recharge-no/C1/close?sub_mchid=${shop}`, {})
    return succeeds(real, `${recharges}/apply`, {
      sub_mchid: shop, out_recharge_no: 'C1', recharge_scene: 'ECOMMERCE_DEPOSIT', account_type: 'DEPOSIT',
      recharge_amount: { amount: 500 },
    }, step === 'applyReturned' ? inScenario('RECHARGE_RETURNED') : {})
  },
  async read(real) {
    const state = await member(real, `${recharges}/out-recharge-no/C1?sub_mchid=${shop}`, 'recharge_state')
    const [record] = (await real.control.state()).filter(({ kind }) => kind === 'recharge')
    return state === 'RECHARGING' && record?.data.returns === true ? 'RECHARGING to return' : state
  },
}

const transfers = '/v3/recharge/bank-transfer-recharges'

/** A recharge of the merchant's own account by bank transfer. */
const bankTransfer: Machine = {
  graph: {
    NONE: { apply: 'RECHARGING' },
    RECHARGING: { payer: 'SUCCESS', expire: 'CLOSED' },
    SUCCESS: {},
    CLOSED: {},
  },
  repeats: (step, state) => state !== 'NONE' && step !== 'payer',
  async act(step, real) {
    if (step === 'payer') return advances(real, 'bank-transfer-recharge', 'C1')
    if (step === 'expire') return ages(real, 7 * day)
    return succeeds(real, `${transfers}/apply`, {
      out_recharge_no: 'C1', recharge_scene: 'NORMAL_BANK_TRANSFER', account_type: 'BASIC', recharge_amount: { amount: 500 },
    })
  },
  read: real => member(real, `${transfers}/out-recharge-no/C1`, 'recharge_state'),
}

const receipts = '/v3/abnormal-fund-processing/receipts'

/** Money that is stuck on its way. */
const stuckMoney: Machine = {
  graph: {
    NONE: { platform: 'RECEIPT_STATE_PENDING' },
    RECEIPT_STATE_PENDING: { instruct: 'RECEIPT_STATE_PROGRESS' },
    RECEIPT_STATE_PROGRESS: { platform: 'RECEIPT_STATE_COMPLETED' },
    RECEIPT_STATE_COMPLETED: {},
  },
  repeats: (step, state) => step === 'instruct' && state !== 'NONE',
  async act(step, real) {
    if (step === 'platform') return advances(real, 'abnormal-receipt', '0100')
    return succeeds(real, `${receipts}/0100/transfer-instructions`, {
      out_instruction_no: 'Y1', transfer_mode: 'TRANSFER_TO_ORIGINAL_RECEIVE_USER', notify_url: 'https://shop.example/funds',
    })
  },
  read: real => member(real, `${receipts}/0100`, 'receipt_state'),
}

test.each([
  ['money that is stuck on its way', stuckMoney],
  ['a withdrawal', withdrawal],
  ['a recharge', recharge],
  ['a recharge by bank transfer', bankTransfer],
  ['a withdrawal of a day-end balance', dayEndWithdrawal],
])('moves %s only along the graph of its states', (_, machine) => walk(machine))

/** Where the money of a month is: with the bank, with the user, or on an account. */
interface Model {
  /** Paid by users less refunds. */
  earned: number
  /** Withdrawn and not put back. */
  withdrawn: number
  /** Withdrawals under way, by number: their amount and whether the money comes back. */
  open: Map<string, { amount: number, fails: boolean }>
  count: number
}
type Step = fc.AsyncCommand<Model, Real>
const step = (name: string, run: (model: Model, real: Real) => Promise<void>): Step =>
  ({ check: () => true, run, toString: () => name })

const sell = (sharing: boolean) => step(`sell ${sharing}`, async (model, real) => {
  const out_trade_no = `ORDER_${model.count++}`
  await earn(real, out_trade_no, { profit_sharing: sharing })
  model.earned += 1000
  if (!sharing) return
  const { transaction_id } = (await real.control.state()).find(({ key }) => key === out_trade_no)!.data
  await real.send('POST', '/v3/profitsharing/orders', {
    sub_mchid: shop, appid: 'wx1', transaction_id, out_order_no: `P${model.count}`, unfreeze_unsplit: model.count % 2 === 0,
    receivers: [{ type: 'MERCHANT_ID', account: platform, amount: 100, description: '平台服务费' }],
  })
})

const giveBack = (amount: number) => step(`refund ${amount}`, async (model, real) => {
  const order = (await real.control.state()).findLast(({ kind, state }) => kind === 'transaction' && state === 'SUCCESS')
  if (!order) return
  const { frozen } = order.data.funds as { frozen: number }
  const { available } = await balances(real, shop)
  const { status } = await real.send('POST', '/v3/refund/domestic/refunds', {
    sub_mchid: shop, out_trade_no: order.key, out_refund_no: `R${model.count++}`, amount: { refund: amount, total: 1000, currency: 'CNY' },
  })
  // A frozen order pays from its own money, any other from what the shop has available.
  expect(status).toBe(frozen ? amount > frozen ? 400 : 200 : amount > available ? 403 : 200)
  if (status === 200) model.earned -= amount
})

const withdraw = (amount: number, own: boolean, fails: boolean) => step(`withdraw ${amount} ${own}`, async (model, real) => {
  const out_request_no = `W${model.count++}`
  const [path, json] = own
    ? ['/v3/merchant/fund/withdraw', { out_request_no, amount, account_type: 'BASIC' }]
    : ['/v3/ecommerce/fund/withdraw', { sub_mchid: shop, out_request_no, amount }]
  const { available } = await balances(real, own ? platform : shop)
  const { status } = await real.send('POST', path!, json, fails ? inScenario('WITHDRAW_FAIL') : {})
  expect(status).toBe(amount > available ? 403 : 200)
  if (status !== 200) return
  model.withdrawn += amount
  model.open.set(out_request_no, { amount, fails })
})

const bank = step('bank', async (model, real) => {
  if (!model.open.size) return
  await real.control.advance({ kind: 'withdrawal' })
  for (const { amount, fails } of model.open.values()) model.withdrawn -= fails ? amount : 0
  model.open.clear()
})

const nextDay = step('next day', async (_, { control }) => { control.clock.advance(day) })

async function balances({ send }: Real, owner: string) {
  const path = owner === platform ? '/v3/merchant/fund/balance/BASIC' : `/v3/ecommerce/fund/balance/${owner}`
  const { available_amount, pending_amount } = (await send('GET', path)).body
  return { available: Number(available_amount), pending: Number(pending_amount) }
}

const amount = fc.integer({ min: 1, max: 900 })
const month = fc.commands([
  fc.boolean().map(sell),
  amount.map(giveBack),
  fc.tuple(amount, fc.boolean(), fc.boolean()).map(args => withdraw(...args)),
  fc.constant(bank),
  fc.constant(nextDay),
], { maxCommands: 25, size: 'max' })

test('keeps the money of a random month: what users paid is on the accounts or withdrawn', async () => {
  await fuzz(fc.asyncProperty(month, async (steps) => {
    const real = openUnsigned()
    await real.send('POST', '/v3/profitsharing/receivers/add', { sub_mchid: shop, type: 'MERCHANT_ID', account: platform })
    const model: Model = { earned: 0, withdrawn: 0, open: new Map(), count: 0 }
    await fc.asyncModelRun(() => ({ model, real }), steps)
    const all = await Promise.all([platform, shop].map(owner => balances(real, owner)))
    const onAccounts = all.reduce((sum, { available, pending }) => sum + available + pending, 0)
    expect(onAccounts + model.withdrawn).toBe(model.earned)
    for (const { available } of all) expect(available).toBeGreaterThanOrEqual(0)
  }), { numRuns: runs(60) })
})
