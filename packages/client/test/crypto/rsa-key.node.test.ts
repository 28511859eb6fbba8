import { createPrivateKey, createPublicKey } from 'node:crypto'
import { fc, fuzz } from '../../../../test/support/fuzz.ts'
import { describe, expect, it } from 'vitest'
import { modulusOf, readPrivateNumbers, readPublicNumbers, readRsaKey, wrapRsaKey } from '../../src/crypto/rsa-key.ts'
import { createKeyPair, openssl, scratchFile } from '../support/openssl.ts'
import { rfc7515 } from '../support/rfc7515.ts'

const number = (base64url: string) => BigInt(`0x${Buffer.from(base64url, 'base64url').toString('hex')}`)
const { n, e, d } = { n: number(rfc7515.key.n), e: number(rfc7515.key.e), d: number(rfc7515.key.d) }
const { kty } = rfc7515.key
const pkcs8 = new Uint8Array(createPrivateKey({ key: rfc7515.key, format: 'jwk' }).export({ type: 'pkcs8', format: 'der' }))
const spki = new Uint8Array(createPublicKey({ key: { kty, n: rfc7515.key.n, e: 'AQAB' }, format: 'jwk' })
  .export({ type: 'spki', format: 'der' }))
const publicKeyOf = (certificate: string) => wrapRsaKey(readRsaKey(derOf(certificate))!)
const derOf = (pem: string) => new Uint8Array(Buffer.from(pem.replace(/-----.*-----/g, ''), 'base64'))

it('reads the numbers of the key of RFC 7515 from the DER of OpenSSL', () => {
  expect(readPrivateNumbers(pkcs8)).toEqual({ n, d })
  expect(readPublicNumbers(spki)).toEqual({ n, e })
})

it('reads the public key of a certificate as openssl does', () => {
  const { certificate, publicKey } = createKeyPair(1024)
  expect(publicKeyOf(certificate)).toEqual(derOf(publicKey))
})

it('reads a certificate of version 1, which has no version member', () => {
  const { privateKey, publicKey } = createKeyPair(1024)
  const key = scratchFile(privateKey)
  const request = openssl(['req', '-new', '-key', key, '-subj', '/CN=v1'])
  const certificate = openssl(['x509', '-req', '-signkey', key], request).toString()
  expect(openssl(['x509', '-text', '-noout'], certificate).toString()).toContain('Version: 1')
  expect(publicKeyOf(certificate)).toEqual(derOf(publicKey))
})

it('reads the serial number of a certificate as openssl prints it', () => {
  for (const serial of ['01', '7132D72A03E93CDDF8C03BBD1F37EEDF7B8A5B6C', '80FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF01']) {
    const certificate = openssl([
      'req', '-x509', '-newkey', 'rsa:1024', '-nodes', '-subj', '/CN=x', '-keyout', scratchFile(), '-set_serial', `0x${serial}`,
    ])
    expect(openssl(['x509', '-noout', '-serial'], certificate).toString()).toBe(`serial=${serial}\n`)
    expect(readRsaKey(derOf(certificate.toString()))?.serial).toBe(serial)
  }
})

it('converts the PKCS#1 of openssl to its PKCS#8 and SubjectPublicKeyInfo', () => {
  const { privateKey, publicKey } = createKeyPair()
  const traditional = openssl(['rsa', '-traditional'], privateKey).toString()
  const traditionalPublic = openssl(['rsa', '-RSAPublicKey_out'], privateKey).toString()
  expect(wrapRsaKey({ kind: 'private key', pkcs1: derOf(traditional) })).toEqual(derOf(privateKey))
  expect(wrapRsaKey({ kind: 'public key', pkcs1: derOf(traditionalPublic) })).toEqual(derOf(publicKey))
  for (const pem of [traditional, privateKey]) {
    expect(readRsaKey(derOf(pem))).toEqual({ kind: 'private key', pkcs1: derOf(traditional) })
  }
  for (const pem of [traditionalPublic, publicKey]) {
    expect(readRsaKey(derOf(pem))).toEqual({ kind: 'public key', pkcs1: derOf(traditionalPublic) })
  }
  expect(modulusOf(readRsaKey(derOf(traditional))!)).toBe(modulusOf(readRsaKey(derOf(publicKey))!))
})

describe('with with another key or other bytes', () => {
  const ec = openssl(['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256']).toString()

  it('refuses an elliptic-curve key', () => {
    expect(() => readPrivateNumbers(derOf(ec))).toThrow('the key is not an RSA key')
    const publicKey = openssl(['pkey', '-pubout'], ec).toString()
    expect(() => readPublicNumbers(derOf(publicKey))).toThrow('the key is not an RSA key')
  })

  it('refuses a key of the other kind', () => {
    expect(() => readPrivateNumbers(spki)).toThrow(RangeError)
    expect(() => readPublicNumbers(pkcs8)).toThrow(RangeError)
    expect(() => readRsaKey(new Uint8Array([0x30, 0]))).toThrow(RangeError)
  })

  it('refuses trailing bytes', () => {
    expect(() => readPublicNumbers(new Uint8Array([...spki, 5, 0]))).toThrow('DER is not one element')
  })

  it('reads damaged bytes or refuses them with a RangeError', () => {
    fuzz(fc.property(fc.nat(pkcs8.length - 1), fc.nat(255), fc.nat(pkcs8.length), (at, byte, length) => {
      const damaged = pkcs8.slice(0, length)
      damaged[at] = byte
      try {
        expect(readPrivateNumbers(damaged).n).toBeTypeOf('bigint')
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError)
      }
    }))
  })
})
