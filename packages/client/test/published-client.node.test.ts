import { fc, fuzz, runs } from '../../../test/support/fuzz.ts'
import { expect, it } from 'vitest'
import { createClient } from '../src/client.ts'
import { decryptAesGcm, encryptAesGcm, importPrivateKey, importPublicKey, sign, verify } from '../src/crypto/index.ts'
import { formatAuthorization, parseAuthorization, requestMessage, responseMessage } from '../src/signing/index.ts'
import { createKeyPair } from './support/openssl.ts'
import { platform, secret, serial, transaction } from './support/notification.ts'
import { Aes, Formatter, Rsa } from './support/published-client.ts'

// Compares every result with a client of another author that is used in production.

const merchant = createKeyPair()
const word = fc.stringMatching(/^[\w-]{1,40}$/)
const text = fc.string({ unit: 'grapheme' })

it('builds the same strings to sign', () => {
  fuzz(fc.property(word, word, word, text, (path, timestamp, nonce, body) => {
    const url = `/v3/${path}?a=1`
    expect(requestMessage({ method: 'POST', url, timestamp, nonce, body }))
      .toBe(Formatter.request('POST', url, timestamp, nonce, body))
    expect(responseMessage({ timestamp, nonce, body })).toBe(Formatter.response(timestamp, nonce, body))
  }))
})

it('builds the same Authorization', () => {
  fuzz(fc.property(word, word, word, word, word, (mchid, serial, timestamp, nonce, signature) => {
    const theirs = Formatter.authorization(mchid, nonce, signature, timestamp, serial)
    expect(formatAuthorization({ mchid, serial, timestamp, nonce, signature })).toBe(theirs)
    expect(parseAuthorization(theirs)).toEqual({ mchid, serial, timestamp, nonce, signature })
  }))
})

it('makes the same signatures', async () => {
  const privateKey = await importPrivateKey(merchant.privateKey)
  const publicKey = await importPublicKey(merchant.publicKey)
  await fuzz(fc.asyncProperty(text, async (message) => {
    const signature = Rsa.sign(message, merchant.privateKey)
    expect(await sign(privateKey, message)).toBe(signature)
    expect(await verify(publicKey, message, signature)).toBe(true)
  }), { numRuns: runs(20) })
})

it('encrypts and decrypts the same AES-256-GCM', async () => {
  await fuzz(fc.asyncProperty(text, word, async (plaintext, associatedData) => {
    const parameters = { key: secret, nonce: 'fdasfjihihih', associatedData }
    const ciphertext = Aes.AesGcm.encrypt(plaintext, secret, parameters.nonce, associatedData)
    expect(await encryptAesGcm({ ...parameters, plaintext })).toBe(ciphertext)
    expect(await decryptAesGcm({ ...parameters, ciphertext })).toBe(plaintext)
  }))
})

it('reads a notification that it encrypted and signed', async () => {
  const resource = { nonce: 'fdasfjihihih', associated_data: '', original_type: 'transaction' }
  const ciphertext = Aes.AesGcm.encrypt(JSON.stringify(transaction), secret, resource.nonce, '')
  const body = JSON.stringify({ id: 'E', event_type: 'TRANSACTION.SUCCESS', resource: { ...resource, ciphertext } })
  const timestamp = String(Math.floor(Date.now() / 1000))
  const headers = {
    'wechatpay-timestamp': timestamp, 'wechatpay-nonce': 'N', 'wechatpay-serial': serial,
    'wechatpay-signature': Rsa.sign(Formatter.response(timestamp, 'N', body), platform.privateKey),
  }
  const wxpay = createClient({
    mchid: '1900000001', serial: 'AB12', privateKey: merchant.privateKey, certs: { [serial]: platform.publicKey }, secret,
  })
  expect(await wxpay.webhook.parse({ headers, body })).toMatchObject({ resource: transaction })
})
