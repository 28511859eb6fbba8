import { expect, it } from 'vitest'
import { decryptAesGcm, encryptAesGcm, importPublicKey, sign, verify } from '../src/crypto/index.ts'
import { createClient, isSignatureError } from '../src/index.ts'
import { createBrowserKeys } from './support/web-crypto.ts'

const [merchant, platform] = await Promise.all([createBrowserKeys(), createBrowserKeys()])

/** Replaces WeChat Pay and records its requests. */
async function createPlatform(change = (body: string) => body) {
  const heard: Request[] = []
  const fetch = async (...request: ConstructorParameters<typeof Request>) => {
    heard.push(new Request(...request))
    const timestamp = String(Math.floor(Date.now() / 1000))
    return new Response(change('{"order_id":"1"}'), {
      headers: {
        'Wechatpay-Timestamp': timestamp,
        'Wechatpay-Nonce': 'N',
        'Wechatpay-Serial': 'PUB_KEY_ID_1',
        'Wechatpay-Signature': await sign(platform.privateKey, `${timestamp}\nN\n{"order_id":"1"}\n`),
      },
    })
  }
  const wxpay = createClient({
    mchid: '1900000001', serial: 'ABC', privateKey: merchant.privatePem, certs: { PUB_KEY_ID_1: platform.publicPem },
    fetch: fetch as typeof globalThis.fetch, now: Date.now, nonce: () => 'NONCE',
  })
  return { wxpay, heard }
}

it('signs, sends and verifies an asynchronous call', async () => {
  const { wxpay, heard } = await createPlatform()
  const response = await wxpay.chain('v3/pay/{id}').postAsync({ id: '1', json: { a: '用' } })
  expect(await response.json()).toEqual({ order_id: '1' })

  const [request] = heard
  const authorization = request?.headers.get('Authorization') ?? ''
  const [, timestamp, signature] = /timestamp="(\d+)",nonce_str="NONCE",signature="(.*)"$/.exec(authorization) ?? []
  const message = `POST\n/v3/pay/1\n${timestamp}\nNONCE\n${await request?.text()}\n`
  expect(await verify(await importPublicKey(merchant.publicPem), message, signature ?? '')).toBe(true)
  expect(request?.headers.has('User-Agent')).toBe(false)
})

it('refuses a changed response', async () => {
  const { wxpay } = await createPlatform(body => body.replace('1', '2'))
  await expect(wxpay.chain('v3/x').getAsync()).rejects.toSatisfy(isSignatureError)
})

it('passes test case 14 of the GCM specification', async () => {
  const zeros = { key: '\0'.repeat(32), nonce: '\0'.repeat(12), associatedData: '' }
  const ciphertext = 'zqdAPU1ga24HTsXTuvOdGNDRyKeZmWvwJluYtdSKuRk='
  expect(await encryptAesGcm({ ...zeros, plaintext: '\0'.repeat(16) })).toBe(ciphertext)
  expect(await decryptAesGcm({ ...zeros, ciphertext })).toBe('\0'.repeat(16))
})
