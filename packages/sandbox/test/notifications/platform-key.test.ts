import { expect, test } from 'vitest'
import { createSandbox } from '../../src/index.ts'
import { flowCatalog } from '../support/flow-catalog.ts'
import { identity, now } from '../support/identity.ts'
import { signed } from '../support/request.ts'

const { serial: certificate, publicKeyId } = identity.platform

/** Creates and pays one order per serial, and names it in the request. */
async function namedAfter(...serials: (string | undefined)[]) {
  const { fetch, control } = createSandbox({ catalog: flowCatalog, identity, now, strict: false })
  for (const [index, serial] of serials.entries()) {
    const order = { mchid: '1900000109', out_trade_no: `ORDER_A${index}`, amount: { total: 1 } }
    const request = signed('POST', '/v3/pay/transactions/native', order)
    if (serial) request.headers.set('Wechatpay-Serial', serial)
    expect((await fetch(request)).status).toBe(200)
    await control.pay()
  }
  const all = await control.notifications()
  return { control, all, named: all.map(({ headers }) => headers['Wechatpay-Serial']) }
}

test.each([
  ['no key, so the certificate', [undefined], [certificate]],
  ['the public key, and then no key', [undefined, publicKeyId, undefined], [certificate, publicKeyId, publicKeyId]],
  ['the public key, then the certificate', [publicKeyId, certificate], [publicKeyId, certificate]],
  ['an unknown key, so the previous key', [publicKeyId, 'PUB_KEY_ID_1'], [publicKeyId, publicKeyId]],
])('names the key that requests named: %s', async (_, serials, expected) => {
  expect((await namedAfter(...serials)).named).toEqual(expected)
})

test('names the same key in each further attempt, with a new request id', async () => {
  const { control, all } = await namedAfter(publicKeyId)
  const { headers } = await control.attempt(all[0]!)
  expect(headers['Wechatpay-Serial']).toBe(publicKeyId)
  expect(headers['Wechatpay-Signature-Type']).toBe('WECHATPAY2-SHA256-RSA2048')
  expect(headers['Request-ID']).toMatch(/^\w{32}$/)
  expect(headers['Request-ID']).not.toBe(all[0]!.headers['Request-ID'])
})
