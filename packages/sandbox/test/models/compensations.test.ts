import { fc, fuzz, runs } from '../../../../test/support/fuzz.ts'
import { expect, test } from 'vitest'
import { openUnsigned } from '../support/unsigned.ts'
import { advances, ages, inScenario, type Machine, member, type Real, succeeds, walk } from '../support/walk.ts'

const shop = '1900000118'
const insurer = '1900000119'
const prefix = '/v3/platsolution/ecommerce/mch-transfer'
const day = 24 * 3_600_000
const user = { type: 'TRANSACTION_USER', transaction_info: { transaction_id: '4200' } }
const wanted = { out_bill_no: 'B1', amount: 300, transfer_remark: '商品破损', receiver: user }

const scenarioOf = (step: string) => step.endsWith('Closed') ? inScenario('COMPENSATION_CLOSED') : {}

/** Returns the state of B1, and the outcome that its scenario sets as a part of it. */
async function read(real: Real, kind: string) {
  const state = await member(real, `${prefix}/${kind}/out-bill-no/B1`, 'state')
  const [record] = (await real.control.state()).filter(({ kind }) => kind === 'compensation')
  const isOpen = state === 'ACCEPTED' || state === 'WAIT_USER_CONFIRM'
  return isOpen && record?.data.fails === true ? `${state} to CLOSED` : state
}

async function recharge(real: Real, sub_mchid: string, account_type: string) {
  const out_recharge_no = `${account_type}${sub_mchid}`
  await real.send('POST', '/v3/platsolution/ecommerce/recharges/apply', {
    sub_mchid, out_recharge_no, recharge_scene: 'ECOMMERCE_DEPOSIT', account_type, recharge_amount: { amount: 1000 },
  })
  await real.control.advance({ kind: 'recharge', key: out_recharge_no })
}

/** A compensation from the deposit, which nobody confirms. */
const paidFromDeposit: Machine = {
  graph: {
    'NONE': { request: 'ACCEPTED', requestClosed: 'ACCEPTED to CLOSED' },
    'ACCEPTED': { platform: 'SUCCESS' },
    'ACCEPTED to CLOSED': { platform: 'CLOSED' },
    'SUCCESS': {},
    'CLOSED': {},
  },
  repeats: (step, state) => state !== 'NONE' && step.startsWith('request'),
  async act(step, real) {
    if (!(await real.control.state()).length) await recharge(real, shop, 'DEPOSIT')
    if (step === 'platform') return advances(real, 'compensation', 'B1')
    return succeeds(real, `${prefix}/deposit-after-sales-compensation-bills`, { ...wanted, sub_mchid: shop }, scenarioOf(step))
  },
  read: real => read(real, 'deposit-after-sales-compensation-bills'),
}

const claims = `${prefix}/insurance-claim-bills`

/** An insurance claim that the user confirms. */
const confirmedClaim: Machine = {
  graph: {
    'NONE': { prepare: 'WAIT_USER_CONFIRM', prepareClosed: 'WAIT_USER_CONFIRM to CLOSED' },
    'WAIT_USER_CONFIRM': { advance: 'SUCCESS', cancel: 'CANCELING', expire: 'CLOSED' },
    'WAIT_USER_CONFIRM to CLOSED': { advance: 'CLOSED', cancel: 'CANCELING', expire: 'CLOSED' },
    'CANCELING': { advance: 'CANCELLED', cancel: 'CANCELING' },
    'CANCELLED': { cancel: 'CANCELLED' },
    'SUCCESS': {},
    'CLOSED': {},
  },
  repeats: (step, state) => step === 'expire' || (step.startsWith('prepare') && state.startsWith('WAIT_USER_CONFIRM')),
  async act(step, real) {
    if (!(await real.control.state()).length) await recharge(real, insurer, 'OPERATION')
    if (step === 'advance') return advances(real, 'compensation', 'B1')
    if (step === 'expire') return ages(real, day)
    if (step === 'cancel') return succeeds(real, `${claims}/out-bill-no/B1/cancel`, { sub_mchid: insurer })
    return succeeds(real, `${claims}/pre-transfer`, { ...wanted, sub_mchid: insurer }, scenarioOf(step))
  },
  read: real => read(real, 'insurance-claim-bills'),
}

test.each([
  ['a compensation from the deposit', paidFromDeposit],
  ['an insurance claim that the user confirms', confirmedClaim],
])('moves %s only along the graph of its states', (_, machine) => walk(machine))

const accounts = [[shop, 'DEPOSIT'], [shop, 'BASIC'], [insurer, 'OPERATION'], [insurer, 'BASIC']] as const

async function balances(real: Real): Promise<number[]> {
  const paths = accounts.map(([owner, account]) => `/v3/ecommerce/fund/balance/${owner}?account_type=${account}`)
  return Promise.all(paths.map(async path => Number(await member(real, path, 'available_amount'))))
}

/** The requests of a random day: to the user or to the other merchant, confirmed or not. */
const requests: [path: string, json: object][] = [
  [claims, { sub_mchid: insurer, receiver: user }],
  [`${claims}/pre-transfer`, { sub_mchid: insurer, receiver: user }],
  [`${prefix}/deposit-after-sales-compensation-bills`, { sub_mchid: shop, receiver: user }],
  [`${prefix}/transfer-bills`, { sub_mchid: shop, business_type: 'DEPOSIT_COMPENSATION', receiver: { type: 'MERCHANT', mch_info: { mchid: insurer } } }],
]

const step = fc.record({
  request: fc.constantFrom(...requests),
  amount: fc.integer({ min: 1, max: 900 }),
  fate: fc.constantFrom('wait', 'advance', 'cancel', 'expire'),
  fails: fc.boolean(),
})

test('keeps the money of a random day: it is on the accounts, locked or with the users', async () => {
  await fuzz(fc.asyncProperty(fc.array(step, { maxLength: 12, size: 'max' }), async (steps) => {
    const real = openUnsigned()
    await recharge(real, shop, 'DEPOSIT')
    await recharge(real, insurer, 'OPERATION')
    for (const [index, { request: [path, json], amount, fate, fails }] of steps.entries()) {
      const out_bill_no = `B${index}`
      await real.send('POST', path, { ...wanted, ...json, out_bill_no, amount }, scenarioOf(fails ? 'Closed' : ''))
      if (fate === 'cancel') await real.send('POST', `${claims}/out-bill-no/${out_bill_no}/cancel`, { sub_mchid: insurer })
      if (fate === 'expire') real.control.clock.advance(day)
      if (fate !== 'wait') await advances(real, 'compensation', out_bill_no)
      await real.send('GET', `${claims}/out-bill-no/${out_bill_no}`)
    }
    const bills = (await real.control.state()).filter(({ kind }) => kind === 'compensation')
    const left = bills
      .filter(({ state = '' }) => ['WAIT_USER_CONFIRM', 'CANCELING', 'SUCCESS'].includes(state))
      .filter(({ data }) => data.kind !== 'transfer-bills')
      .reduce((sum, { data }) => sum + Number(data.amount), 0)
    const all = await balances(real)
    expect(all.reduce((sum, amount) => sum + amount, left)).toBe(2000)
    for (const amount of all) expect(amount).toBeGreaterThanOrEqual(0)
  }), { numRuns: runs(60) })
})
