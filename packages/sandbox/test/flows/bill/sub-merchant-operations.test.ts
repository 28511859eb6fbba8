import { createDecipheriv, createHash, privateDecrypt } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'
import { identity } from '../../support/identity.ts'
import { orderCombined, recharge, rechargePath, subMerchants } from '../../support/platform.ts'
import { signed } from '../../support/request.ts'

let api: ReturnType<typeof openFlow>
beforeEach(async () => {
  api = openFlow()
  await api.post('/v3/pay/partner/transactions/native', {
    sp_appid: 'wx1', sp_mchid: '1900000109', sub_mchid: '1900000118', out_trade_no: 'ORDER_A1', amount: { total: 100 },
  })
  await api.control.pay()
  api.control.clock.advance(24 * 3_600_000)
})

const apply = (query = {}) => api.get('/v3/bill/sub-merchant-fundflowbill', {
  query: { sub_mchid: '1900000118', bill_date: '2025-01-02', account_type: 'BASIC', algorithm: 'AEAD_AES_256_GCM', ...query },
})

/** Decrypts the file as the documentation describes, only with Node's OpenSSL. */
function decrypt(file: Buffer, encrypted: string, nonce: string) {
  const key = privateDecrypt({ key: identity.privateKey, oaepHash: 'sha1' }, Buffer.from(encrypted, 'base64'))
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAuthTag(file.subarray(-16))
  return Buffer.concat([decipher.update(file.subarray(0, -16)), decipher.final()])
}

test.each([
  ['plain', {}, (file: Buffer) => file],
  ['packed', { tar_type: 'GZIP' }, gunzipSync],
])('encrypts the file with a key that it encrypts for the merchant: %s', async (_, query, unpack) => {
  const { body } = await apply(query)
  const [bill] = body.download_bill_list as Record<string, string>[]
  const { download_url = '', encrypt_key = '', nonce = '', hash_value } = bill!
  const { pathname, search } = new URL(download_url)
  const file = Buffer.from(await (await api.fetch(signed('GET', pathname + search))).arrayBuffer())
  const text = decrypt(unpack(file), encrypt_key, nonce)
  expect(text.toString()).toMatch(/^记账时间,.*\r\n`2025-01-02 11:04:05,.*`ORDER_A1\r\n/)
  expect(createHash('sha1').update(text).digest('hex')).toBe(hash_value)
})

test('rejects a day without movements, or that is not over', async () => {
  expect(await apply({ sub_mchid: '9' })).toMatchObject({ status: 400, code: 'NO_STATEMENT_EXIST' })
  expect(await apply({ bill_date: '2025-01-03' })).toMatchObject({ status: 400, code: 'STATEMENT_CREATING' })
})

test('lists the movements of all sub-merchants with the platform, and nothing of the platform itself', async () => {
  api = openFlow()
  const transaction_id = await orderCombined(api, { subsidy_amount: 100 })
  const ofFirst = { sub_mchid: subMerchants[0], transaction_id, description: '说明' }
  await api.post('/v3/pay/transactions/native', { appid: 'wx1', mchid: '1900000109', out_trade_no: 'ORDER_A9', amount: { total: 5 } })
  await api.control.pay()
  await api.post(rechargePath, recharge(100))
  await api.control.pay({ key: 'C1' })
  await api.post('/v3/ecommerce/subsidies/create', { ...ofFirst, amount: 100 })
  await api.post('/v3/ecommerce/subsidies/return', { ...ofFirst, out_order_no: 'S1', amount: 100 })
  await api.post('/v3/ecommerce/refunds/apply', {
    ...ofFirst, sp_appid: 'wx1', out_refund_no: 'R1', amount: { refund: 400, total: 1000, currency: 'CNY' },
  })
  api.control.clock.advance(24 * 3_600_000)
  const { body } = await api.get('/v3/ecommerce/bill/fundflowbill', {
    query: { bill_date: '2025-01-02', account_type: 'ALL', algorithm: 'AEAD_AES_256_GCM' },
  })
  const [{ download_url = '', encrypt_key = '', nonce = '' } = {}] = body.download_bill_list as Record<string, string>[]
  const { pathname, search } = new URL(download_url)
  const file = Buffer.from(await (await api.fetch(signed('GET', pathname + search))).arrayBuffer())
  const lines = decrypt(file, encrypt_key, nonce).toString().split('\r\n').slice(1).map(line => line.split(','))
  const moved = lines.slice(0, 5).map(([, , , business, , direction, amount]) => [business, direction, amount].join(' '))
  expect(moved.sort()).toEqual([
    '`交易 `收入 `10.00', '`交易 `收入 `10.00', '`补差 `收入 `1.00', '`补差回退 `支出 `1.00', '`退款 `支出 `4.00',
  ])
})
