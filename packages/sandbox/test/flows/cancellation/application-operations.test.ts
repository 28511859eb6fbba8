import { beforeEach, expect, test } from 'vitest'
import { createHash } from 'node:crypto'
import { openFlow } from '../../support/flow.ts'
import { authorization, signedParts } from '../../support/request.ts'

let api: ReturnType<typeof openFlow>
let media_id = ''
const path = '/v3/ecommerce/account/cancel-applications'
const shop = '1900000118'

beforeEach(async () => {
  api = openFlow()
  media_id = await upload(Buffer.from('form'))
})

/** Uploads a form as the documentation describes; returns its id. */
async function upload(file: Buffer): Promise<string> {
  const target = `${path}/media`
  const meta = JSON.stringify({ file_name: 'form.png', file_digest: createHash('sha256').update(file).digest('hex') })
  const body = new FormData()
  body.set('meta', meta)
  body.set('file', new File([new Uint8Array(file)], 'form.png', { type: 'image/png' }))
  const headers = { Authorization: authorization(signedParts('POST', target, meta)) }
  const response = await api.fetch(new Request(`https://api.mch.weixin.qq.com${target}`, { method: 'POST', headers, body }))
  return (await response.json()).media_id
}

const formOf = (by: 'SP' | 'SUB', application_media_id = media_id) =>
  ({ application_type: `${by}_CANCEL_ACCOUNT_APPLICATION`, application_media_id })
const wanted = () => ({ sub_mchid: shop, out_apply_no: 'C1', application_info: [formOf('SP'), formOf('SUB')] })
const submit = (change = {}) => api.post(path, { ...wanted(), ...change })
const query = () => api.get(`${path}/out-apply-no/{out_apply_no}`, { out_apply_no: 'C1' })

test('cancels a sub-merchant when the platform approves', async () => {
  expect((await submit()).body).toEqual({
    out_apply_no: 'C1', sub_mchid: shop, cancel_state: 'REVIEWING', update_time: '2025-01-02T11:04:05+08:00',
  })
  await api.control.advance({ kind: 'cancel-application', key: 'C1' })
  expect((await query()).body.cancel_state).toBe('CANCEL_SUCCESS')
  expect((await submit()).status).toBe(200)
  expect(await submit({ out_apply_no: 'C2' })).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  await expect(api.control.advance()).rejects.toThrow(RangeError)
})

test('rejects an application with a reason', async () => {
  api.control.scenario.set('AUDIT_REJECTED')
  await submit()
  api.control.scenario.set()
  await api.control.advance()
  expect((await query()).body).toMatchObject({ cancel_state: 'REJECTED', reject_reason: expect.any(String) })
})

test.each<[string, () => object[], string]>([
  ['without forms', () => [], 'PARAM_ERROR'],
  ['with one form', () => [formOf('SP')], 'PARAM_ERROR'],
  ['without the form of the sub-merchant', () => [formOf('SP'), formOf('SP')], 'INVALID_REQUEST'],
  ['without the form of the platform', () => [formOf('SUB'), formOf('SUB')], 'INVALID_REQUEST'],
  ['with a form that was not uploaded', () => [formOf('SP'), formOf('SUB', '1')], 'INVALID_REQUEST'],
])('refuses an application %s', async (_, formsOf, code) => {
  expect(await submit({ application_info: formsOf() })).toMatchObject({ status: 400, code })
})

async function earn(total: number) {
  await api.post('/v3/pay/partner/transactions/native', {
    sp_appid: 'wx1', sp_mchid: '1900000109', sub_mchid: shop, out_trade_no: 'ORDER_A1', amount: { total },
  })
  await api.control.pay()
}

test('refuses a sub-merchant with money until it is withdrawn', async () => {
  await earn(1000)
  expect(await submit()).toMatchObject({ status: 400, code: 'INVALID_REQUEST', message: expect.stringContaining('余额') })
  await api.post('/v3/ecommerce/fund/withdraw', { sub_mchid: shop, out_request_no: 'W1', amount: 1000 })
  expect((await submit()).status).toBe(200)
})

test('accepts a sub-merchant that a lenient sandbox gives money before it earned any', async () => {
  api = openFlow({ strict: false })
  expect((await submit()).status).toBe(200)
  await earn(1000)
  expect(await submit({ out_apply_no: 'C2' })).toMatchObject({ status: 400, message: expect.stringContaining('余额') })
})

test('refuses a sub-merchant with an open complaint, and a number that was used', async () => {
  await submit()
  expect(await submit({ sub_mchid: '1' })).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  await earn(1000)
  await api.control.complain('ORDER_A1')
  expect(await submit({ out_apply_no: 'C2' }))
    .toMatchObject({ status: 400, code: 'INVALID_REQUEST', message: expect.stringContaining('投诉') })
})

test('refuses an unknown number', async () => {
  expect(await query()).toMatchObject({ status: 404, code: 'NOT_FOUND' })
})
