import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const bills = '/v3/fund-app/mch-transfer/transfer-bills'
const transfer = (change = {}) => api.post(bills, {
  appid: 'wx1', out_bill_no: 'T1', transfer_scene_id: '1000', openid: 'o1', transfer_amount: 100, transfer_remark: '奖金',
  notify_url: 'https://shop.example/transfer', ...change,
})
const query = (out_bill_no = 'T1') => api.get(`${bills}/out-bill-no/{out_bill_no}`, { out_bill_no })
const cancel = (out_bill_no = 'T1') => api.post(`${bills}/out-bill-no/{out_bill_no}/cancel`, {}, { out_bill_no })

test('notifies the merchant when the user confirms', async () => {
  const { body } = await transfer()
  expect(body).toMatchObject({ out_bill_no: 'T1', state: 'WAIT_USER_CONFIRM', package_info: expect.any(String) })
  await api.control.advance({ kind: 'transfer', key: 'T1' })
  expect((await query()).body.state).toBe('SUCCESS')
  const { transfer_bill_no } = body
  const byNumber = await api.get(`${bills}/transfer-bill-no/{transfer_bill_no}`, { transfer_bill_no })
  expect(byNumber.body).toEqual((await query()).body)
  expect(await api.control.notifications()).toMatchObject([{
    event_type: 'MCHTRANSFER.BILL.FINISHED', notify_url: 'https://shop.example/transfer',
    resource: { out_bill_no: 'T1', state: 'SUCCESS', transfer_amount: 100, openid: 'o1' },
  }])
})

test('refuses a commission without both parts of its report, in the words of production', async () => {
  const job = { info_type: '岗位类型', info_content: '推广员' }
  const commission = (...transfer_scene_report_infos: object[]) => transfer({ transfer_scene_id: '1005', transfer_scene_report_infos })
  expect(await commission(job)).toMatchObject({
    status: 400, code: 'PARAM_ERROR', message: expect.stringContaining('未传入完整且对应的转账场景报备信息'),
  })
  expect((await commission(job, { info_type: '报酬说明', info_content: '九月' })).status).toBe(200)
})

test('does not ask the user to confirm what has ended', async () => {
  await transfer()
  await cancel()
  const { body } = await transfer()
  expect(body.state).toBe('CANCELLED')
  expect(body).not.toHaveProperty('package_info')
})

test('cancels before the user confirms: CANCELING, then CANCELLED', async () => {
  await transfer()
  expect((await cancel()).body.state).toBe('CANCELING')
  expect((await query()).body.state).toBe('CANCELLED')
  expect((await cancel()).body.state).toBe('CANCELLED')
  await expect(api.control.advance()).rejects.toThrow(RangeError)
  expect((await api.control.notifications()).map(({ resource }) => resource.state)).toEqual(['CANCELLED'])
})

test('rejects cancelling a confirmed transfer', async () => {
  await transfer()
  await api.control.advance()
  expect(await cancel()).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})

test('fails after a day, and notifies the merchant once', async () => {
  await transfer()
  api.control.clock.advance(24 * 3_600_000 - 1)
  expect((await query()).body.state).toBe('WAIT_USER_CONFIRM')
  api.control.clock.advance(1)
  const failed = await query()
  expect(failed.body).toMatchObject({ state: 'FAIL', fail_reason: 'OVERDUE_CLOSE', update_time: '2025-01-03T11:04:05+08:00' })
  api.control.clock.advance(3_600_000)
  expect(await query()).toEqual(failed)
  expect(await api.control.notifications()).toMatchObject([{
    event_type: 'MCHTRANSFER.BILL.FINISHED', resource: { out_bill_no: 'T1', state: 'FAIL', fail_reason: 'OVERDUE_CLOSE' },
  }])
  expect(await cancel()).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  await expect(api.control.advance()).rejects.toThrow(RangeError)
})

test('repeats the same transfer, and rejects another under its number', async () => {
  const first = await transfer()
  expect(await transfer()).toEqual(first)
  expect(await transfer({ transfer_amount: 101 })).toMatchObject({ status: 400, code: 'ALREADY_EXISTS' })
})

test.each([
  ['nothing', { transfer_amount: 0 }],
  ['2,000 yuan without a name', { transfer_amount: 200_000 }],
])('rejects %s', async (_, change) => {
  expect(await transfer(change)).toMatchObject({ status: 400, code: 'PARAM_ERROR' })
})

test('fails if the openid got a transfer under another name', async () => {
  const confirm = async (out_bill_no: string, user_name?: string) => {
    await transfer({ out_bill_no, user_name })
    await api.control.advance({ kind: 'transfer', key: out_bill_no })
    const { state, fail_reason } = (await query(out_bill_no)).body
    return [state, fail_reason]
  }
  expect(await confirm('T1')).toEqual(['SUCCESS', undefined])
  expect(await confirm('T2', '张三')).toEqual(['SUCCESS', undefined])
  expect(await confirm('T3', '李四')).toEqual(['FAIL', 'NAME_NOT_CORRECT'])
  expect(await confirm('T4', '张三')).toEqual(['SUCCESS', undefined])
  expect(await confirm('T5')).toEqual(['SUCCESS', undefined])
})

test('rejects unknown transfers', async () => {
  expect(await query('T2')).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  expect(await cancel('T2')).toMatchObject({ status: 404, code: 'NOT_FOUND' })
})
