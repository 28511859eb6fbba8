import { fc, fuzz, runs } from '../../../../test/support/fuzz.ts'
import { expect, test } from 'vitest'
import { combinedOrder, payCombined, recharge, rechargePath, subMerchants } from '../support/platform.ts'
import { openUnsigned } from '../support/unsigned.ts'
import { type Machine, type Real, succeeds, walk } from '../support/walk.ts'

const [sub_mchid] = subMerchants
const sharing = '/v3/ecommerce/profitsharing'
const subsidies = '/v3/ecommerce/subsidies'
const refunds = '/v3/ecommerce/refunds'
const day = 24 * 3_600_000

const orders = new WeakMap<Real, Promise<string>>()

/** Returns WeChat Pay's number of the sub-merchant's order of 1000, which declares a subsidy; created at the first call. */
function orderOf(real: Real): Promise<string> {
  const known = orders.get(real) ?? create(real)
  orders.set(real, known)
  return known
}

async function create(real: Real) {
  await real.send('POST', '/v3/combine-transactions/jsapi', combinedOrder({ subsidy_amount: 100 }))
  await real.send('POST', rechargePath, recharge(100))
  await real.send('POST', rechargePath, { ...recharge(2000), out_recharge_no: 'C2', account_type: 'BASIC' })
  await real.send('POST', `${sharing}/receivers/add`, { type: 'MERCHANT_ID', account: 'M1', relation_type: 'SUPPLIER' })
  return payCombined(real)
}

const post = async (real: Real, path: string, json: object) =>
  succeeds(real, path, { sub_mchid, transaction_id: await orderOf(real), description: '说明', ...json })
const share = (real: Real, out_order_no: string, amount: number, finish: boolean) => post(real, `${sharing}/orders`, {
  out_order_no, finish, receivers: [{ type: 'MERCHANT_ID', receiver_account: 'M1', amount, description: '货款' }],
})
const takeBack = (real: Real, out_order_no: string, out_return_no: string, amount: number) =>
  post(real, `${sharing}/returnorders`, { out_order_no, out_return_no, return_mchid: 'M1', amount })
const refund = (real: Real, out_refund_no: string, amount: number) => post(real, `${refunds}/apply`, {
  sp_appid: 'wx1', out_refund_no, amount: { refund: amount, total: 1000, currency: 'CNY' },
  refund_account: 'REFUND_SOURCE_PARTNER_ADVANCE',
})
const subsidize = (real: Real, amount = 100) => post(real, `${subsidies}/create`, { amount })
const returnSubsidy = (real: Real, out_order_no: string, amount: number) =>
  post(real, `${subsidies}/return`, { out_order_no, amount })
const records = async ({ control }: Real, kind: string) =>
  (await control.state()).filter(record => record.kind === kind).map(({ data }) => data)

const subsidy: Machine = {
  graph: {
    NONE: { create: 'SUCCESS', cancel: 'CANCELED' },
    SUCCESS: { giveBack: 'SUCCESS' },
    CANCELED: { cancel: 'CANCELED' },
  },
  repeats: (step, state) => step === 'create' && state === 'SUCCESS',
  async act(step, real) {
    await refund(real, 'R1', 100)
    switch (step) {
      case 'create': return subsidize(real)
      case 'cancel': return post(real, `${subsidies}/cancel`, {})
      default: return returnSubsidy(real, `S${(await real.control.state()).length}`, 1)
    }
  },
  read: async real => (await records(real, 'subsidy'))[0]?.result,
}

const advanceReturn: Machine = {
  graph: {
    'NONE': { ask: 'PROCESSING' },
    'PROCESSING': { ask: 'PROCESSING', earn: 'PROCESSING with the money', wait: 'FAILED' },
    'PROCESSING with the money': { ask: 'SUCCESS', wait: 'FAILED with the money' },
    'SUCCESS': {},
    'FAILED': { earn: 'FAILED with the money' },
    'FAILED with the money': {},
  },
  repeats: (step, state) =>
    step === 'wait' || (step === 'ask' && state === 'SUCCESS') || (step === 'earn' && /SUCCESS|money/.test(state)),
  async act(step, real) {
    await subsidize(real)
    await share(real, 'P1', 300, true)
    await returnSubsidy(real, 'S1', 100)
    await refund(real, 'R1', 1000)
    const [{ refund_id } = {}] = await records(real, 'refund')
    switch (step) {
      case 'ask': return succeeds(real, `${refunds}/${String(refund_id)}/return-advance`, { sub_mchid })
      case 'earn': return (await records(real, 'advance-return')).length > 0 && takeBack(real, 'P1', 'B1', 300)
      default: {
        real.control.clock.advance(90 * day)
        return true
      }
    }
  },
  async read(real) {
    const [data] = await records(real, 'refund')
    if (!data) return undefined
    const { body } = await real.send('GET', `${refunds}/${String(data.refund_id)}/return-advance?sub_mchid=${sub_mchid}`)
    const { available } = await balancesOf(real)
    return body.result && `${String(body.result)}${available >= 1000 ? ' with the money' : ''}`
  },
}

/** Returns what the sub-merchant of the order has. */
async function balancesOf({ send }: Real) {
  const { available_amount, pending_amount } = (await send('GET', `/v3/ecommerce/fund/balance/${sub_mchid}`)).body
  return { available: Number(available_amount), frozen: Number(pending_amount) }
}

test('walks through the states of a subsidy', () => walk(subsidy))

test('walks through the states of the return of an advance', () => walk(advanceReturn))

/** What came in for the order: the user's payment, the platform's subsidy and its advances; and where that money is. */
async function balance(real: Real) {
  const [order] = await records(real, 'transaction')
  const { refunded, subsidy = 0, advanced = 0 } = order!.funds as Record<string, number>
  const { available, frozen } = await balancesOf(real)
  const shared = await records(real, 'profit-sharing-order')
  const held = shared.filter(data => data.finish_description === undefined)
    .flatMap(data => data.receivers as { amount: number, returned?: number }[])
    .reduce((sum, { amount, returned = 0 }) => sum + amount - returned, 0)
  return { income: 1000 + subsidy + advanced, parts: [frozen, available, refunded!, held, subsidy, advanced] }
}

const amount = fc.integer({ min: 1, max: 400 })
const step = fc.oneof(
  fc.tuple(fc.constantFrom('share', 'refund', 'take back', 'return subsidy'), amount),
  fc.tuple(fc.constantFrom('subsidize', 'finish', 'repay'), fc.constant(100)),
)

test('keeps the sum of a platform order\'s money over shares, refunds, subsidies and advances', async () => {
  await fuzz(fc.asyncProperty(fc.array(step, { maxLength: 15, size: 'max' }), async (steps) => {
    const real = openUnsigned()
    await orderOf(real)
    for (const [index, [name, amount]] of steps.entries()) {
      await take(real, name, amount, String(index))
      const { income, parts: [frozen, available, refunded, held, ...added] } = await balance(real)
      expect(frozen! + available! + refunded! + held!).toBe(income)
      expect(Math.min(frozen!, available!, refunded!, held!, ...added)).toBeGreaterThanOrEqual(0)
    }
  }), { numRuns: runs(100) })
})

/** Takes a step, which may be refused. */
async function take(real: Real, name: string, amount: number, number: string): Promise<unknown> {
  switch (name) {
    case 'share': return share(real, `P${number}`, amount, false)
    case 'finish': return post(real, `${sharing}/finish-order`, { out_order_no: `P${number}` })
    case 'take back': {
      const [shared] = await records(real, 'profit-sharing-order')
      return takeBack(real, String(shared?.out_order_no), `B${number}`, amount)
    }
    case 'refund': return refund(real, `R${number}`, amount)
    case 'subsidize': return subsidize(real, amount)
    case 'return subsidy': return returnSubsidy(real, `S${number}`, amount)
    default: return Promise.all((await records(real, 'refund')).map(({ refund_id }) =>
      succeeds(real, `${refunds}/${String(refund_id)}/return-advance`, { sub_mchid })))
  }
}
