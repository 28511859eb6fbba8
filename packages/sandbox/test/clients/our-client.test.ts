import { ApiError, createClient } from '@wxpay-live/client'
import { describe, expect, test, vi } from 'vitest'
import { startCommand } from '../support/command.ts'
import { startMerchant } from '../support/merchant.ts'
import { nativeOrder, refundOf } from '../support/order.ts'
import { control } from '../support/server.ts'

// Starting processes is slow on busy machines.
vi.setConfig({ testTimeout: 60_000 })

const native = 'v3/pay/transactions/native'
const query = 'v3/pay/transactions/out-trade-no/{out_trade_no}'
const refunds = 'v3/refund/domestic/refunds'

describe('serves a whole payment with the settings that the command prints', () => {
  test('asynchronously', async () => {
    const merchant = await startMerchant()
    const sandbox = await startCommand()
    const wxpay = createClient(sandbox.client)
    const { mchid } = sandbox.client
    const order = nativeOrder('ORDER_A1', merchant.url)

    const prepaid = await wxpay.chain(native).postAsync({ json: order })
    expect(await prepaid.json()).toEqual({ code_url: expect.stringMatching(/^weixin:/) })
    const before = await wxpay.chain(query).getAsync({ out_trade_no: 'ORDER_A1', query: { mchid } })
    expect(await before.json()).toMatchObject({ out_trade_no: 'ORDER_A1', trade_state: 'NOTPAY' })

    await control(sandbox, 'POST', '/pay', { key: 'ORDER_A1' })
    const { event_type } = JSON.parse((await merchant.next()).body) as Record<string, unknown>
    expect(event_type).toBe('TRANSACTION.SUCCESS')
    const after = await wxpay.chain(query).getAsync({ out_trade_no: 'ORDER_A1', query: { mchid } })
    expect(await after.json()).toMatchObject({ trade_state: 'SUCCESS', amount: { total: 100 } })

    const refunded = await wxpay.chain(refunds).postAsync({ json: refundOf('ORDER_A1', 'R1', 40) })
    expect(await refunded.json()).toMatchObject({ out_refund_no: 'R1', amount: { refund: 40 } })
    const tooMuch: unknown = await wxpay.chain(refunds).postAsync({ json: refundOf('ORDER_A1', 'R2', 61) })
      .catch((error: unknown) => error)
    expect(tooMuch).toBeInstanceOf(ApiError)
  })

  test('synchronously', async () => {
    const sandbox = await startCommand()
    const wxpay = createClient(sandbox.client)
    const { mchid } = sandbox.client

    const prepaid = wxpay.chain(native).post({ json: nativeOrder('ORDER_S1', 'http://127.0.0.1:9/', mchid) })
    expect(prepaid.json()).toEqual({ code_url: expect.stringMatching(/^weixin:/) })
    expect(wxpay.chain(`${query}/close`).post({ out_trade_no: 'ORDER_S1', json: { mchid } }).status).toBe(204)
    expect(wxpay.chain(query).get({ out_trade_no: 'ORDER_S1', query: { mchid } }).json()).toMatchObject({ trade_state: 'CLOSED' })
    expect(() => wxpay.chain(query).get({ out_trade_no: 'ORDER_S2', query: { mchid } })).toThrow(ApiError)
  })
})
