import { expect, test } from 'vitest'
import { advances, inScenario, type Machine, member, type Real, succeeds, walk } from '../support/walk.ts'

const papay = '/v3/ecommerce/combine-papay'
const ofPlan = `${papay}/contracts/plan-id/12535/out-contract-code/HT1`

/** A contract of deductions, which the API shows from its signature on. */
const contract: Machine = {
  graph: {
    'NONE': { user: 'SIGNED', userWhoLeaves: 'SIGNED to leave' },
    'SIGNED': { terminate: 'TERMINATED' },
    'SIGNED to leave': { terminate: 'TERMINATED', leave: 'TERMINATED' },
    'TERMINATED': { terminate: 'TERMINATED' },
  },
  async act(step, real) {
    const key = 'combine-papay-contract'
    if (step === 'terminate') return succeeds(real, `${ofPlan}/terminate`, { contract_termination_remark: '注销' })
    if (step === 'leave') return await isSigned(real) && advances(real, key, 'HT1')
    const json = { plan_id: 12535, out_contract_code: 'HT1', appid: 'wx1', contract_display_account: '张三', notify_url: '' }
    const headers = step === 'userWhoLeaves' ? inScenario('CONTRACT_TERMINATED') : {}
    return await succeeds(real, `${papay}/contracts/pre-entrust-sign`, json, headers) && advances(real, key, 'HT1')
  },
  async read(real) {
    const state = await member(real, ofPlan, 'contract_state')
    const [record] = await real.control.state()
    return state === 'SIGNED' && record?.data.terminates === true ? 'SIGNED to leave' : state
  },
}

const isSigned = async (real: Real) => await member(real, ofPlan, 'contract_state') === 'SIGNED'

/** A deduction of one part; its states are those of the part. */
const deduction: Machine = {
  graph: {
    NONE: { deduct: 'SUCCESS' },
    SUCCESS: { reverse: 'REVOKED', refundPart: 'REFUND' },
    REVOKED: { reverse: 'REVOKED' },
    REFUND: { refundPart: 'REFUND' },
  },
  repeats: (step, state) => step === 'deduct' && state !== 'NONE',
  async act(step, real) {
    if (!await isSigned(real)) await contract.act('user', real)
    const contract_id = await member(real, ofPlan, 'contract_id')
    const sub_orders = [{ mchid: '1900000109', sub_mchid: '1900000118', out_trade_no: 'ORDER_D11', amount: { total_amount: 100, currency: 'CNY' } }]
    if (step === 'reverse') return succeeds(real, `${papay}/transactions/ORDER_D1/reverse`, { combine_appid: 'wx1', sub_orders })
    if (step === 'refundPart') {
      const out_refund_no = `R${(await real.control.state()).length}`
      const amount = { refund: 1, total: 100, currency: 'CNY' }
      return succeeds(real, '/v3/refund/domestic/refunds', { out_trade_no: 'ORDER_D11', out_refund_no, amount })
    }
    return succeeds(real, `${papay}/transactions`, {
      combine_appid: 'wx1', combine_mchid: '1900000109', combine_out_trade_no: 'ORDER_D1', contract_id, sub_orders,
    })
  },
  async read(real) {
    const [part] = await member(real, `${papay}/transactions/ORDER_D1`, 'sub_orders') as { trade_state: string }[] | undefined ?? []
    return part?.trade_state
  },
}

const payees = '/v3/ecommerce/individual-contracts'

/** A payee's authorization; while it is prepared, the API shows it as not given. */
const payee: Machine = {
  graph: {
    'NONE': { prepare: 'UNAUTHORIZED', prepareWithdrawn: 'UNAUTHORIZED to withdraw' },
    'UNAUTHORIZED': { payee: 'AUTHORIZED' },
    'UNAUTHORIZED to withdraw': { payee: 'AUTHORIZED to withdraw' },
    'AUTHORIZED': {},
    'AUTHORIZED to withdraw': { payee: 'WITHDRAWN' },
    'WITHDRAWN': {},
  },
  repeats: (step, state) => step.startsWith('prepare') && state !== 'NONE',
  act(step, real) {
    if (step === 'payee') return advances(real, 'individual-authorization', 'PAYEE_1')
    const json = { appid: 'wx1', out_contract_code: 'PAYEE_1', openid: 'o1' }
    const headers = step === 'prepareWithdrawn' ? inScenario('AUTHORIZATION_WITHDRAWN') : {}
    return succeeds(real, `${payees}/pre-entrust-sign/mini-program`, json, headers)
  },
  async read(real) {
    const state = await member(real, `${payees}/out-contract-code/PAYEE_1?appid=wx1`, 'auth_state')
    const [record] = await real.control.state()
    if (!record?.data.withdraws) return state
    return record.data.auth_state === 'UNAUTHORIZED' ? 'WITHDRAWN' : `${String(state)} to withdraw`
  },
}

const settle = '/v3/platsolution/ecommerce/settle/prepay-settle-orders'
const settleScenarios: Record<string, string> = { applyAbnormal: 'SETTLEMENT_ABNORMAL', applyWithoutFee: 'SETTLEMENT_FEE_FAILED' }

/** Creates and pays the order of the payee that is settled; returns WeChat Pay's number of it. */
async function payOrder(real: Real, individual_auth_id: unknown) {
  const mchid = '1900000109'
  await succeeds(real, '/v3/combine-transactions/miniprogram', {
    combine_appid: 'wx1', combine_mchid: mchid, combine_out_trade_no: 'ORDER_C1', sub_orders: [{
      mchid, out_trade_no: 'ORDER_A1', individual_auth_id, amount: { total_amount: 100, currency: 'CNY' },
    }],
  })
  await advances(real, 'combine-transaction', 'ORDER_C1')
  return (await real.control.state()).find(({ key }) => key === 'ORDER_A1')!.data.transaction_id
}

/**
 * A settlement for a payee, with what its scenario makes fail as a part of its state. The platform has only its fee, once
 * the payee has paid it.
 */
const settlement: Machine = {
  graph: {
    'NONE': { apply: 'ACCEPTED', applyAbnormal: 'ACCEPTED to quota', applyWithoutFee: 'ACCEPTED to fee' },
    'ACCEPTED': { other: 'RECEIVED' },
    'ACCEPTED to quota': { other: 'ABNORMAL' },
    'ACCEPTED to fee': { other: 'RECEIVED to fee' },
    'RECEIVED': { other: 'SUCCESS' },
    'RECEIVED to fee': { other: 'DEDUCT_FEE_FAIL' },
    'SUCCESS': {},
    'DEDUCT_FEE_FAIL': {},
    'ABNORMAL': { redirect: 'ABNORMAL_SETTLE_SUCCESS' },
    'ABNORMAL_SETTLE_SUCCESS': { redirect: 'ABNORMAL_SETTLE_SUCCESS' },
  },
  repeats: (step, state) => step.startsWith('apply') && state !== 'NONE',
  async act(step, real) {
    if (step === 'other') return advances(real, 'individual-settlement', 'JS1')
    if (step === 'redirect') {
      const json = { out_abnormal_settle_batch_no: 'YC1', abnormal_settle_type: 'TRANSFER_TO_ORIGINAL_RECEIVE_USER' }
      return succeeds(real, `${settle}/${String((await settlementIn(real))?.settle_batch_no)}/apply-abnormal-settle`, json)
    }
    await payee.act('prepare', real)
    await payee.act('payee', real)
    const individual_auth_id = await member(real, `${payees}/out-contract-code/PAYEE_1?appid=wx1`, 'individual_auth_id')
    const transaction_id = await payOrder(real, individual_auth_id)
    return succeeds(real, settle, {
      out_settle_batch_no: 'JS1', individual_auth_id, notify_url: '', description: '', trade_scenario: 'RECOMMERCE',
      settle_info_list: [{ transaction_id, settle_detail_info_list: [{ receiver_account: '1900000109', amount: { amount: 60 } }] }],
    }, settleScenarios[step] ? inScenario(settleScenarios[step]) : {})
  },
  async read(real) {
    const data = await settlementIn(real)
    if (!data) return undefined
    const state = await member(real, `${settle}/${String(data.settle_batch_no)}`, 'state')
    expect(await member(real, '/v3/merchant/fund/balance/BASIC', 'available_amount')).toBe(state === 'SUCCESS' ? 60 : 0)
    const isOpen = state === 'ACCEPTED' || state === 'RECEIVED'
    return isOpen && data.fails !== undefined ? `${state} to ${String(data.fails)}` : state
  },
}

const settlementIn = async ({ control }: Real) =>
  (await control.state()).find(({ kind }) => kind === 'individual-settlement')?.data

const insurers = '/v3/platsolution/ecommerce/insurance-compensation-contracts'

/** An insurer's application, whose only sign is whether the insurer may pay claims. */
const insurer: Machine = {
  graph: {
    NONE: { apply: 'opened', applyLater: 'pending' },
    pending: { wechatPay: 'opened' },
    opened: {},
  },
  repeats: (step, state) => step.startsWith('apply') && state !== 'NONE',
  act(step, real) {
    if (step === 'wechatPay') return advances(real, 'insurer-application', 'BX1')
    const headers = step === 'applyLater' ? inScenario('INSURER_PENDING') : {}
    return succeeds(real, insurers, { out_apply_no: 'BX1', sub_mchid: '1900000120' }, headers)
  },
  async read(real) {
    if (!(await real.control.state()).length) return undefined
    return await member(real, `${insurers}/sub-mchid/1900000120/check-opened`, 'opened') === true ? 'opened' : 'pending'
  },
}

test.each([
  ['a contract of deductions', contract],
  ['a deduction', deduction],
  ['a payee\'s authorization', payee],
  ['a settlement for a payee', settlement],
  ['an insurer\'s application', insurer],
])('moves %s only along the graph of its states', (_, machine) => walk(machine))
