import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const path = '/v3/ecommerce/account/apply-cancel-withdraw'
const shop = '1900000118'
const payee_info = {
  account_type: 'ACCOUNT_TYPE_CORPORATE', bank_account_info: { account_name: '微风', account_bank: '招商银行', account_number: '1' },
}
const wanted = { sub_mchid: shop, out_request_no: 'P1', withdraw: 'APPLY_WITHDRAW', payee_info }
const confirmation = {
  sub_mchid: shop, out_request_no: 'P1', operator_identification: 'operator1',
  confirm_time: '2025-01-02T11:04:05+08:00', cancel_contract_version: 'V1.0',
}

async function earn(total: number, settle_info = {}) {
  await api.post('/v3/pay/partner/transactions/native', {
    sp_appid: 'wx1', sp_mchid: '1900000109', sub_mchid: shop, out_trade_no: 'ORDER_A1', amount: { total }, settle_info,
  })
  await api.control.pay()
}
const submit = (change = {}) => api.post(path, { ...wanted, ...change })
const confirm = (change = {}) => api.post(`${path}/confirm`, { ...confirmation, ...change })
const query = async (out_request_no = 'P1') => (await api.get(`${path}/out-request-no/{out_request_no}`, { out_request_no })).body
const balance = async () =>
  (await api.get('/v3/ecommerce/fund/balance/{sub_mchid}', { sub_mchid: shop, query: { account_type: 'BASIC' } })).body.available_amount
async function advance(times: number) {
  for (let time = 0; time < times; time++) await api.control.advance({ kind: 'cancel-withdrawal' })
}
async function inScenario(name: string, step: () => Promise<unknown>) {
  api.control.scenario.set(name)
  await step()
  api.control.scenario.set()
}

test('cancels a sub-merchant and pays all its money once the merchant confirms', async () => {
  await earn(1000)
  const { applyment_id, out_request_no } = (await submit()).body
  expect({ applyment_id, out_request_no }).toEqual({ applyment_id: expect.stringMatching(/^X/), out_request_no: 'P1' })
  expect(await query()).toEqual({
    applyment_id, out_request_no, sub_mchid: shop, cancel_state: 'ACCEPTED', cancel_state_description: '已受理',
    withdraw: 'APPLY_WITHDRAW', modify_time: '2025-01-02T11:04:05+08:00',
    account_info: [{ out_account_type: 'BASIC_ACCOUNT', amount: 1000 }],
  })
  await advance(2)
  expect(await query()).toMatchObject({
    cancel_state: 'WAITING_MERCHANT_CONFIRM', confirm_cancel: { confirm_cancel_url: expect.stringContaining(String(applyment_id)) },
  })
  expect(await confirm()).toMatchObject({ body: { applyment_id, out_request_no, sub_mchid: shop } })
  expect(await confirm()).toMatchObject({ status: 200 })
  await advance(1)
  expect(await query()).toMatchObject({ cancel_state: 'CANCELED', withdraw_state: 'WITHDRAW_PROCESSING' })
  expect(await balance()).toBe(1000)
  await advance(1)
  expect(await balance()).toBe(0)
  expect(await query()).toMatchObject({
    cancel_state: 'FUND_PROCESSING', account_withdraw_result: [{ out_account_type: 'BASIC_ACCOUNT', pay_state: 'PAY_PROCESSING' }],
  })
  await advance(1)
  expect(await query()).toMatchObject({
    cancel_state: 'FINISH', withdraw_state: 'WITHDRAW_SUCCEED', account_withdraw_result: [{ pay_state: 'PAY_SUCCEED' }],
  })
  expect((await api.get(`${path}/applyment-id/{applyment_id}`, { applyment_id })).body).toEqual(await query())
  await expect(api.control.advance()).rejects.toThrow(RangeError)
})

test.each([['WITHDRAW_FAIL', 'PAY_FAIL'], ['WITHDRAW_RETURNED', 'BANK_REFUNDED']])(
  'puts the money back if the bank does not keep it: %s', async (scenario, pay_state) => {
    await earn(1000)
    await inScenario(scenario, () => submit())
    await advance(6)
    expect(await query()).toMatchObject({
      cancel_state: 'FINISH', withdraw_state: 'WITHDRAW_EXCEPTION', account_withdraw_result: [{ pay_state }],
    })
    expect(await balance()).toBe(1000)
  })

test('withdraws again after the bank returned the money, without another confirmation', async () => {
  await earn(1000)
  await inScenario('WITHDRAW_RETURNED', () => submit())
  await advance(6)
  await submit({ out_request_no: 'P2' })
  await advance(1)
  expect((await query('P2')).cancel_state).toBe('REVIEWING')
  await advance(1)
  expect(await query('P2')).toMatchObject({ cancel_state: 'FUND_PROCESSING', withdraw_state: 'WITHDRAW_PROCESSING' })
  await advance(1)
  expect(await query('P2')).toMatchObject({ cancel_state: 'FINISH', withdraw_state: 'WITHDRAW_SUCCEED' })
  expect(await balance()).toBe(0)
})

test('rejects a cancelled sub-merchant whose money is gone', async () => {
  await earn(1000)
  await submit()
  await advance(6)
  expect(await balance()).toBe(0)
  await submit({ out_request_no: 'P2' })
  await advance(2)
  expect((await query('P2')).cancel_state).toBe('REJECTED')
})

test('rejects a cancelled sub-merchant that does not withdraw its money', async () => {
  await earn(1000)
  await inScenario('WITHDRAW_RETURNED', () => submit())
  await advance(6)
  await submit({ out_request_no: 'P2', withdraw: 'NOT_APPLY_WITHDRAW' })
  await advance(2)
  expect((await query('P2')).cancel_state).toBe('REJECTED')
})

test('cancels a sub-merchant without its money', async () => {
  await earn(1000)
  await submit({ withdraw: 'NOT_APPLY_WITHDRAW' })
  await advance(5)
  const body = await query()
  expect(body).toMatchObject({ cancel_state: 'FINISH', withdraw: 'NOT_APPLY_WITHDRAW' })
  expect(body).not.toHaveProperty('account_info')
  expect(body).not.toHaveProperty('withdraw_state')
  expect(await balance()).toBe(1000)
})

test('rejects a sub-merchant whose money is frozen, and others in a scenario', async () => {
  await earn(1000, { profit_sharing: true })
  await submit()
  await advance(2)
  expect((await query()).cancel_state).toBe('REJECTED')
  expect(await confirm()).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  await expect(api.control.advance()).rejects.toThrow(RangeError)
})

test('rejects an application in a scenario', async () => {
  await inScenario('AUDIT_REJECTED', () => submit())
  await advance(2)
  expect((await query()).cancel_state).toBe('REJECTED')
})

test('revokes an application that nobody confirms for 30 days', async () => {
  await submit()
  await advance(2)
  api.control.clock.advance(30 * 24 * 3_600_000)
  expect((await query()).cancel_state).toBe('REVOKED')
  expect(await confirm()).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})

test.each<[string, object, object]>([
  ['a withdrawal without a bank account', { payee_info: null }, { status: 400, code: 'PARAM_ERROR' }],
  ['an account of a person without the person', { payee_info: { ...payee_info, account_type: 'ACCOUNT_TYPE_PERSONAL' } },
    { status: 400, code: 'PARAM_ERROR' }],
])('refuses %s', async (_, change, refused) => {
  expect(await submit(change)).toMatchObject(refused)
})

test('refuses a number that was used, unknown numbers, and a confirmation without one or of another merchant', async () => {
  await submit()
  expect((await submit()).status).toBe(200)
  expect(await submit({ withdraw: 'NOT_APPLY_WITHDRAW' })).toMatchObject({ status: 400, code: 'ALREADY_EXISTS' })
  expect(await api.get(`${path}/applyment-id/{applyment_id}`, { applyment_id: 'X0' })).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect(await confirm({ out_request_no: null })).toMatchObject({ status: 400, code: 'PARAM_ERROR' })
  expect(await confirm({ sub_mchid: '1' })).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect(await confirm()).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})
