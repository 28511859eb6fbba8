import { describe, expect, it } from 'vitest'
import { sign, verify } from '../../../src/crypto/index.ts'
import { createSigner, createVerifier } from '../../../src/crypto/platform/browser.ts'
import { rfc7515 } from '../../support/rfc7515.ts'
import { createBrowserKeys, pkcs8Of } from '../../support/web-crypto.ts'

describe('the pure JavaScript signer in Chromium', () => {
  it('makes the signature of RFC 7515', async () => {
    expect(createSigner(await pkcs8Of(rfc7515.key))(rfc7515.message)).toBe(rfc7515.signature)
  })

  it('agrees with WebCrypto on every byte', async () => {
    const keys = await createBrowserKeys()
    for (const message of ['', 'GET\n/v3/certificates\n1\nN\n\n', '用户投诉 😀\n', 'a'.repeat(100_000)]) {
      const signature = createSigner(keys.pkcs8)(message)
      expect(signature).toBe(await sign(keys.privateKey, message))
      expect(createVerifier(keys.spki)(message, signature)).toBe(true)
      expect(createVerifier(keys.spki)(`${message} `, signature)).toBe(false)
      expect(await verify(keys.publicKey, message, signature)).toBe(true)
    }
  })
})
