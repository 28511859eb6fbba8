import { createCipheriv, createDecipheriv } from 'node:crypto'
import { fc, fuzz } from '../../../../test/support/fuzz.ts'
import { describe, expect, it } from 'vitest'
import { decryptAesGcm, encryptAesGcm } from '../../src/crypto/index.ts'

const parameters = { key: 'an APIv3 key of just 32 bytes...', nonce: 'wCq51qZv4Yfg', associatedData: 'certificate' }
const plaintext = '{"out_trade_no":"1","payer":"张三"}'

it('passes test case 14 of the GCM specification', async () => {
  const zeros = { key: '\0'.repeat(32), nonce: '\0'.repeat(12), associatedData: '' }
  const ciphertext = Buffer.from('cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919', 'hex')
    .toString('base64')
  expect(await encryptAesGcm({ ...zeros, plaintext: '\0'.repeat(16) })).toBe(ciphertext)
  expect(await decryptAesGcm({ ...zeros, ciphertext })).toBe('\0'.repeat(16))
})

describe('OpenSSL, through node:crypto,', () => {
  it('encrypts to the same bytes', async () => {
    const cipher = createCipheriv('aes-256-gcm', parameters.key, parameters.nonce)
      .setAAD(Buffer.from(parameters.associatedData))
    const bytes = Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()])
    expect(await encryptAesGcm({ ...parameters, plaintext })).toBe(bytes.toString('base64'))
    expect(await decryptAesGcm({ ...parameters, ciphertext: bytes.toString('base64') })).toBe(plaintext)
  })

  it('decrypts the ciphertext of encryptAesGcm', async () => {
    const bytes = Buffer.from(await encryptAesGcm({ ...parameters, plaintext }), 'base64')
    const decipher = createDecipheriv('aes-256-gcm', parameters.key, parameters.nonce)
      .setAAD(Buffer.from(parameters.associatedData)).setAuthTag(bytes.subarray(-16))
    expect(decipher.update(bytes.subarray(0, -16)) + decipher.final('utf8')).toBe(plaintext)
  })
})

it('detects any changed bit, also in the tag', async () => {
  const right = Buffer.from(await encryptAesGcm({ ...parameters, plaintext }), 'base64')
  await fuzz(fc.asyncProperty(fc.nat(right.length * 8 - 1), async (bit) => {
    const changed = Buffer.from(right)
    changed[bit >> 3]! ^= 1 << (bit & 7)
    await expect(decryptAesGcm({ ...parameters, ciphertext: changed.toString('base64') }))
      .rejects.toHaveProperty('name', 'DecryptionError')
  }))
})

it.each([
  ['key', { key: 'x'.repeat(32) }], ['nonce', { nonce: 'x' }], ['no nonce', { nonce: '' }],
  ['associated data', { associatedData: '' }], ['ciphertext', { ciphertext: '%' }], ['no ciphertext', { ciphertext: '' }],
])('refuses another %s', async (_, other) => {
  const ciphertext = await encryptAesGcm({ ...parameters, plaintext })
  await expect(decryptAesGcm({ ...parameters, ciphertext, ...other })).rejects.toHaveProperty('name', 'DecryptionError')
})

it('refuses a key of another length without showing it', async () => {
  await expect(encryptAesGcm({ ...parameters, key: 'short secret', plaintext }))
    .rejects.toMatchObject({ name: 'ArgumentError', message: 'key: expected an APIv3 key of 32 bytes, got 12' })
  await expect(decryptAesGcm({ ...parameters, key: '用户'.repeat(8), ciphertext: '' }))
    .rejects.toHaveProperty('message', 'key: expected an APIv3 key of 32 bytes, got 48')
})
