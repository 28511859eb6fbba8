import { expect, test } from 'vitest'
import Pay from 'wechatpay-node-v3'
import { PayRequest } from 'wechatpay-node-v3/dist/lib/pay-request.js'
import { identity } from '../support/identity.ts'
import { startMerchant } from '../support/merchant.ts'
import { nativeOrder, type Notice, refundOf } from '../support/order.ts'
import { control, startServer } from '../support/server.ts'

/** Creates the client and redirects its requests: it has no option for the host. */
function payAt(url: string) {
  const { mchid, serial, certificate, privateKey, secret } = identity
  const pay = new Pay({
    appid: 'wxd678efh567hg6787', mchid, serial_no: serial, key: secret,
    publicKey: Buffer.from(certificate), privateKey: Buffer.from(privateKey),
  })
  const http = new PayRequest()
  const at = (official: string) => official.replace('https://api.mch.weixin.qq.com', url)
  pay.createHttp({
    get: (url, headers) => http.get(at(url), headers),
    post: (url, params, headers) => http.post(at(url), params, headers),
    upload: (url, params, headers) => http.upload(at(url), params, headers),
  })
  return pay
}

test('serves a whole payment of wechatpay-node-v3: order, notification, query, refund', async () => {
  const merchant = await startMerchant()
  const server = await startServer()
  const pay = payAt(server.url)

  expect(await pay.transactions_native(nativeOrder('ORDER_A1', merchant.url)))
    .toMatchObject({ status: 200, data: { code_url: expect.stringMatching(/^weixin:/) } })

  await control(server, 'POST', '/pay', { key: 'ORDER_A1' })
  const { headers, body } = await merchant.next()
  const header = (name: string) => String(headers[`wechatpay-${name}`])
  expect(await pay.verifySign({
    timestamp: header('timestamp'), nonce: header('nonce'), serial: header('serial'), signature: header('signature'),
    body, apiSecret: identity.secret,
  })).toBe(true)
  const { resource } = JSON.parse(body) as Notice
  expect(pay.decipher_gcm(resource.ciphertext, resource.associated_data, resource.nonce))
    .toMatchObject({ out_trade_no: 'ORDER_A1', trade_state: 'SUCCESS' })

  expect(await pay.query({ out_trade_no: 'ORDER_A1' })).toMatchObject({ status: 200, data: { trade_state: 'SUCCESS' } })
  expect(await pay.refunds(refundOf('ORDER_A1', 'R1', 40)))
    .toMatchObject({ status: 200, data: { out_refund_no: 'R1', amount: { refund: 40 } } })
  expect(await pay.find_refunds('R1')).toMatchObject({ status: 200, data: { out_trade_no: 'ORDER_A1' } })
  expect(await pay.refunds(refundOf('ORDER_A1', 'R2', 61)))
    .toMatchObject({ status: expect.any(Number), error: expect.stringContaining('code') })
})

test('keeps an order closed', async () => {
  const server = await startServer()
  const pay = payAt(server.url)
  await pay.transactions_native(nativeOrder('ORDER_A2', 'http://127.0.0.1:9/'))
  expect(await pay.close('ORDER_A2')).toMatchObject({ status: 204 })
  expect(await pay.query({ out_trade_no: 'ORDER_A2' })).toMatchObject({ data: { trade_state: 'CLOSED' } })
})
