import { createHash } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'
import { signed } from '../../support/request.ts'

let api: ReturnType<typeof openFlow>
beforeEach(async () => {
  api = openFlow()
  await api.post('/v3/fund-app/mch-transfer/transfer-bills', {
    appid: 'wx1', out_bill_no: 'T1', openid: 'o1', transfer_amount: 100, transfer_remark: '奖金',
  })
})

const prefix = '/v3/fund-app/mch-transfer/elecsign'
const apply = (out_bill_no = 'T1') => api.post(`${prefix}/out-bill-no`, { out_bill_no })
const query = (out_bill_no = 'T1') => api.get(`${prefix}/out-bill-no/{out_bill_no}`, { out_bill_no })

test('finishes a receipt at the first query, with the hash of its PDF', async () => {
  await api.control.advance()
  expect((await apply()).body).toMatchObject({ state: 'GENERATING', create_time: '2025-01-02T11:04:05+08:00' })
  const { body } = await query()
  expect(body).toMatchObject({ state: 'FINISHED', hash_type: 'SHA256' })
  const { pathname, search } = new URL(String(body.download_url))
  const response = await api.fetch(signed('GET', pathname + search))
  expect(response.headers.get('Content-Type')).toBe('application/pdf')
  const file = Buffer.from(await response.arrayBuffer())
  expect(file.toString()).toMatch(/^%PDF-1\.4\n[^]*Receipt T1 1330000\d+[^]*%%EOF\n$/)
  expect(createHash('sha256').update(file).digest('hex')).toBe(body.hash_value)
  expect((await query()).body).toEqual(body)
})

test('finds a receipt by WeChat Pay\'s number', async () => {
  const [paid] = await api.control.advance()
  const { transfer_bill_no } = paid!.data
  expect((await api.post(`${prefix}/transfer-bill-no`, { transfer_bill_no })).status).toBe(200)
  const byNumber = await api.get(`${prefix}/transfer-bill-no/{transfer_bill_no}`, { transfer_bill_no })
  expect(byNumber.body).toMatchObject({ state: 'FINISHED' })
  expect((await query()).body).toEqual(byNumber.body)
})

test('requires a successful transfer and an application', async () => {
  expect(await apply()).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect(await apply('T2')).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  expect(await query()).toMatchObject({ status: 404, code: 'NOT_FOUND' })
})

test('rejects an unknown file', async () => {
  expect((await api.fetch(signed('GET', '/v3/transferdownload/signfile?token=x'))).status).toBe(404)
})
