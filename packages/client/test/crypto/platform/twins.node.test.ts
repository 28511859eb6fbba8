import { createPrivateKey, createPublicKey } from 'node:crypto'
import { fc, fuzz, runs } from '../../../../../test/support/fuzz.ts'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { importSigningKey, importVerifyingKey, sign, verify } from '../../../src/crypto/rsa.ts'
import * as browser from '../../../src/crypto/platform/browser.ts'
import type { CryptoPlatform } from '../../../src/crypto/platform/crypto-platform.ts'
import * as node from '../../../src/crypto/platform/node.ts'
import { createKeyPair } from '../../support/openssl.ts'
import { rfc7515 } from '../../support/rfc7515.ts'

const pair = createKeyPair()
const pkcs8 = new Uint8Array(createPrivateKey(pair.privateKey).export({ type: 'pkcs8', format: 'der' }))
const spki = new Uint8Array(createPublicKey(pair.publicKey).export({ type: 'spki', format: 'der' }))
const rfcPkcs8 = new Uint8Array(createPrivateKey({ key: rfc7515.key, format: 'jwk' }).export({ type: 'pkcs8', format: 'der' }))

it('exports the same for both platforms', () => {
  expectTypeOf({ ...browser }).toEqualTypeOf<CryptoPlatform>()
  expectTypeOf({ ...node }).toEqualTypeOf<CryptoPlatform>()
  expect(Object.keys(node).sort()).toEqual(Object.keys(browser).sort())
})

describe.each(Object.entries({ node, browser }))('%s', (_, { createSigner, createVerifier }) => {
  it('makes the signature of RFC 7515', () => {
    expect(createSigner(rfcPkcs8)(rfc7515.message)).toBe(rfc7515.signature)
  })

  it('verifies a signature of openssl, which verifies its own', () => {
    const message = 'POST\n/v3/pay\n1700000000\nN\n{"reason":"用户"}\n'
    expect(createVerifier(spki)(message, pair.sign(message))).toBe(true)
    expect(pair.verify(message, createSigner(pkcs8)(message))).toBe(true)
  })

  it.each([
    '', '!!!', 'Zm9v', `WECHATPAY/SIGNTEST/${pair.sign('x')}`, `${pair.sign('x')}\n`, pair.sign('y'),
    Buffer.alloc(256).toString('base64'), Buffer.alloc(256, 0xff).toString('base64'), Buffer.alloc(257).toString('base64'),
  ])('returns false for the signature %j', (signature) => {
    expect(createVerifier(spki)('x', signature)).toBe(false)
  })
})

it('makes the same signatures with WebCrypto, node:crypto and pure JavaScript', async () => {
  const key = await importSigningKey(pkcs8)
  const [byNode, byBrowser] = [node.createSigner(pkcs8), browser.createSigner(pkcs8)]
  await fuzz(fc.asyncProperty(fc.string({ unit: 'binary' }), async (message) => {
    const signature = await sign(key, message)
    expect(byNode(message)).toBe(signature)
    expect(byBrowser(message)).toBe(signature)
  }), { numRuns: runs(10) })
})

it('verifies the same signatures with all three', async () => {
  const key = await importVerifyingKey(spki)
  const [byNode, byBrowser] = [node.createVerifier(spki), browser.createVerifier(spki)]
  const right = Buffer.from(pair.sign('message'), 'base64')
  await fuzz(fc.asyncProperty(fc.option(fc.nat(2047)), async (bit) => {
    const bytes = Buffer.from(right)
    if (bit !== null) bytes[bit >> 3]! ^= 1 << (bit & 7)
    const signature = bytes.toString('base64')
    const expected = bit === null
    expect(await verify(key, 'message', signature)).toBe(expected)
    expect(byNode('message', signature)).toBe(expected)
    expect(byBrowser('message', signature)).toBe(expected)
  }))
})
