import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, createClient } from '../src/client.ts'
import { createHelpers } from '../src/helpers.ts'
import { readOptions } from '../src/settings.ts'
import { notify, platform as sender, secret, serial as senderSerial, transaction } from './support/notification.ts'
import { type Platform, serial, startPlatform } from './support/platform.ts'

let platform: Platform
let wxpay: Client
beforeAll(async () => {
  platform = await startPlatform()
  const certs = { [serial]: platform.platform.publicKey, other: sender.publicKey }
  wxpay = createClient({ ...platform.options, certs, secret })
})
afterAll(() => platform.close())

describe('names the key of an encrypted text in the request', () => {
  it('for json and query, asynchronous and synchronous', async () => {
    const name = await wxpay.encrypt('张三')
    const requests = [
      await wxpay.chain('v3/x').postAsync({ json: { user: { name } } }), wxpay.chain('v3/x').post({ json: [name] }),
      await wxpay.chain('v3/x').getAsync({ query: { name } }), wxpay.chain('v3/x').get({ query: { name: [name] } }),
    ]
    for (const response of requests) {
      const echo = await response.json()
      expect(echo).toMatchObject({ signed: true, headers: { 'wechatpay-serial': serial } })
      expect(echo.body + decodeURIComponent(echo.url)).toContain(`${name}`)
    }
  })

  it('but not without one', async () => {
    const [encrypted, plain] = await Promise.all([
      wxpay.chain('v3/x').postAsync({ json: { name: await wxpay.encrypt('张三', 'other') } }),
      wxpay.chain('v3/x').postAsync({ json: { name: '张三' } }),
    ])
    expect((await encrypted.json()).headers).toHaveProperty('wechatpay-serial', 'other')
    expect((await plain.json()).headers).not.toHaveProperty('wechatpay-serial')
  })

  it('unless the caller names a key', async () => {
    const json = { name: await wxpay.encrypt('张三') }
    const response = await wxpay.chain('v3/x').postAsync({ json, headers: { 'wechatpay-serial': 'mine' } })
    expect((await response.json()).headers).toHaveProperty('wechatpay-serial', 'mine')
  })
})

it('decrypts, reads notifications and signs for phones with the keys of the client', async () => {
  expect(await createClient({ ...platform.options, certs: { [senderSerial]: sender.publicKey }, secret })
    .webhook.parse(notify())).toMatchObject({ event_type: 'TRANSACTION.SUCCESS', resource: transaction })
  await expect(wxpay.decrypt('AAAA')).rejects.toHaveProperty('name', 'DecryptionError')
  const prepaid = { appid: 'wx8888888888888888', prepay_id: 'wx1' }
  const { timeStamp, nonceStr, paySign, package: prepay, appId } = await wxpay.payParams.jsapi(prepaid)
  expect(platform.merchant.verify(`${appId}\n${timeStamp}\n${nonceStr}\n${prepay}\n`, paySign)).toBe(true)
  expect(await wxpay.payParams.miniProgram(prepaid)).toHaveProperty('package', 'prepay_id=wx1')
  expect(await wxpay.payParams.app(prepaid)).toHaveProperty('package', 'Sign=WXPay')
  expect(await wxpay.payParams.settlement({ appid: 'wx1', settle_batch_no: '1' })).toHaveProperty('package', 'settle_batch_no=1')
})

describe('has helpers at the root only', () => {
  it('so that their names are segments below it and in chain()', () => {
    const { webhook } = wxpay.v3.certificates as Client
    expect(String(webhook)).toBe('/v3/certificates/webhook')
    expect(String(wxpay.v3.encrypt)).toBe('/v3/encrypt')
    expect(String(wxpay.chain('webhook/parse'))).toBe('/webhook/parse')
  })

  const facts = new URL(import.meta.resolve('@wxpay-live/facts/apiv3.ndjson'))
  it('no documented path starts with one', () => {
    const lines = readFileSync(facts, 'utf8').trim().split('\n')
    const first = new Set(lines.map(line => JSON.parse(line).chain?.split('->')[0]))
    expect(first).toContain('v3')
    const names = Object.keys(createHelpers(readOptions(platform.options)))
    expect(names.filter(name => first.has(name))).toEqual([])
  })
})
