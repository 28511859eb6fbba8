import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'

const path = '/v3/abnormal-fund-processing/receipts/{receipt_id}'
const receipt_id = '0100011742874700562078230000'
const sub_mchid = '1900000118'
const toMerchant = { transfer_mode: 'TRANSFER_TO_SPECIFIED_RECEIVE_MERCHANT', receiver: { mchid: sub_mchid } }

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const advance = () => api.control.advance({ kind: 'abnormal-receipt', key: receipt_id })
const query = () => api.get(path, { receipt_id })
const instruct = (out_instruction_no: string, change: Record<string, unknown> = toMerchant) =>
  api.post(`${path}/transfer-instructions`, { out_instruction_no, notify_url: 'https://shop.example/funds', ...change }, { receipt_id })
const queryInstruction = (out_instruction_no: string) =>
  api.get(`${path}/transfer-instructions/{out_instruction_no}`, { receipt_id, out_instruction_no })

test('pays the money as instructed, to the account of the merchant, and notifies', async () => {
  await advance()
  expect((await query()).body).toMatchObject({ receipt_state: 'RECEIPT_STATE_PENDING', transfer_amount: { total: 1380, currency: 'CNY' } })
  expect((await query()).body).not.toHaveProperty('instruction')
  expect((await instruct('Y1')).body).toMatchObject({ receipt_state: 'RECEIPT_STATE_PROGRESS', instruction: { out_instruction_no: 'Y1' } })
  expect((await queryInstruction('Y1')).body.instruction_state).toBe('INSTRUCTION_STATE_IN_PROGRESS')
  await advance()
  expect((await query()).body.receipt_state).toBe('RECEIPT_STATE_COMPLETED')
  expect((await queryInstruction('Y1')).body).toMatchObject({
    instruction_state: 'INSTRUCTION_STATE_SUCCESS', success_time: '2025-01-02T11:04:05+08:00', commander: { mchid: '1900000109' },
  })
  expect((await api.control.notifications()).at(-1)).toMatchObject({
    event_type: 'ABNORMAL_FUND_PROCESSING.TRANSFER.SUCCESS',
    resource: { receipt_id, receipt_state: 'RECEIPT_STATE_COMPLETED', instruction: { out_instruction_no: 'Y1' } },
  })
  expect((await api.get('/v3/ecommerce/fund/balance/{sub_mchid}', { sub_mchid })).body.available_amount).toBe(1380)
  await expect(advance()).rejects.toThrow(RangeError)
})

test('takes an instruction once, and only one', async () => {
  await advance()
  const first = await instruct('Y1')
  expect(await instruct('Y1')).toEqual(first)
  expect(await instruct('Y1', { transfer_mode: 'TRANSFER_TO_ORIGINAL_RECEIVE_USER' })).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect(await instruct('Y2')).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})

test('needs the merchant of an instruction to pay one', async () => {
  await advance()
  expect(await instruct('Y1', { transfer_mode: 'TRANSFER_TO_ORIGINAL_RECEIVE_MERCHANT' }))
    .toMatchObject({ status: 400, code: 'INVALID_REQUEST', message: expect.stringContaining('receiver.mchid') })
  expect((await instruct('Y1', { transfer_mode: 'TRANSFER_TO_ORIGINAL_RECEIVE_USER' })).status).toBe(200)
})

test('rejects unknown receipts and instructions', async () => {
  expect(await query()).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
  expect(await instruct('Y1')).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
  await advance()
  expect(await queryInstruction('Y1')).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
})
