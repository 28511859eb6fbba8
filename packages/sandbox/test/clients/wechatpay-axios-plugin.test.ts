import { expect, test } from 'vitest'
import { Aes, Formatter, Rsa, Wechatpay } from 'wechatpay-axios-plugin'
import { clientSettings } from '../../src/index.ts'
import { identity } from '../support/identity.ts'
import { startMerchant } from '../support/merchant.ts'
import { nativeOrder, type Notice, refundOf } from '../support/order.ts'
import { control, startServer } from '../support/server.ts'

const { mchid, serial, privateKey, certs, secret } = clientSettings(identity)

test('serves a whole payment of wechatpay-axios-plugin: order, notification, query, refund', async () => {
  const merchant = await startMerchant()
  const server = await startServer()
  const wxpay = new Wechatpay({ mchid, serial, privateKey, certs, secret, baseURL: server.url })

  const { data: prepaid } = await wxpay.chain('v3/pay/transactions/native').post(nativeOrder('ORDER_A1', merchant.url))
  expect(prepaid).toEqual({ code_url: expect.stringMatching(/^weixin:/) })

  await control(server, 'POST', '/pay', { key: 'ORDER_A1' })
  const { headers, body } = await merchant.next()
  const header = (name: string) => String(headers[`wechatpay-${name}`])
  const message = Formatter.response(header('timestamp'), header('nonce'), body)
  expect(Rsa.verify(message, header('signature'), certs[header('serial')]!)).toBe(true)
  const { event_type, resource } = JSON.parse(body) as Notice
  const { ciphertext, nonce, associated_data } = resource
  expect(event_type).toBe('TRANSACTION.SUCCESS')
  expect(JSON.parse(Aes.AesGcm.decrypt(ciphertext, secret, nonce, associated_data)))
    .toMatchObject({ mchid, out_trade_no: 'ORDER_A1', trade_state: 'SUCCESS', amount: { total: 100 } })

  const order = wxpay.chain('v3/pay/transactions/out-trade-no/{out_trade_no}')
  const { data: paid } = await order.get({ params: { mchid }, out_trade_no: 'ORDER_A1' })
  expect(paid).toMatchObject({ trade_state: 'SUCCESS' })

  const { data: refund } = await wxpay.chain('v3/refund/domestic/refunds').post(refundOf('ORDER_A1', 'R1', 40))
  expect(refund).toMatchObject({ out_refund_no: 'R1', out_trade_no: 'ORDER_A1', amount: { refund: 40, total: 100 } })
  const { data: same } = await wxpay.chain('v3/refund/domestic/refunds/{out_refund_no}').get({ out_refund_no: 'R1' })
  expect(same).toMatchObject({ out_refund_no: 'R1' })

  await expect(order.chain('close').post({ mchid }, { out_trade_no: 'ORDER_A1' }))
    .rejects.toMatchObject({ response: { status: expect.any(Number), data: { code: expect.any(String) } } })
})

test('keeps an order closed', async () => {
  const server = await startServer()
  const wxpay = new Wechatpay({ mchid, serial, privateKey, certs, baseURL: server.url })
  const order = wxpay.chain('v3/pay/transactions/out-trade-no/{out_trade_no}')
  await wxpay.chain('v3/pay/transactions/native').post(nativeOrder('ORDER_A2', 'http://127.0.0.1:9/'))
  expect(await order.chain('close').post({ mchid }, { out_trade_no: 'ORDER_A2' })).toMatchObject({ status: 204 })
  expect(await order.get({ params: { mchid }, out_trade_no: 'ORDER_A2' })).toMatchObject({ data: { trade_state: 'CLOSED' } })
})
