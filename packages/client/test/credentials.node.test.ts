import { X509Certificate } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readCredentials } from '../src/credentials.ts'
import type { ClientOptions } from '../src/options.ts'
import { createKeyPair } from './support/openssl.ts'

const [merchant, platform, next] = [createKeyPair(), createKeyPair(), createKeyPair()]
const serialOf = (certificate: string) => new X509Certificate(certificate).serialNumber
const options: ClientOptions = {
  mchid: '1900000001',
  serial: serialOf(merchant.certificate),
  privateKey: merchant.privateKey,
  certs: { PUB_KEY_ID_1: platform.publicKey },
}
const read = (other: object) => readCredentials({ ...options, ...other })

describe('serial', () => {
  test('is read from the merchant\'s certificate', () => {
    expect(read({ serial: merchant.certificate }).serial).toBe(options.serial)
    expect(read({ serial: new X509Certificate(merchant.certificate) }).serial).toBe(options.serial)
  })

  test.each([
    ['a certificate of another key', platform.certificate, 'privateKey: does not belong to the certificate given as serial'],
    ['a public key', merchant.publicKey, 'serial: expected the merchant\'s certificate or its serial number'],
    ['the private key', merchant.privateKey, 'serial: expected a certificate or a public key, got a private key'],
    ['a public key\'s id', 'PUB_KEY_ID_1', 'serial: expected the serial number of a certificate, got a public key id'],
  ])('is not %s', (_, serial, problem) => {
    expect(() => read({ serial })).toThrow(problem)
  })
})

describe('certs', () => {
  test('hold both kinds of trust at once', () => {
    const serial = serialOf(platform.certificate)
    const both = { PUB_KEY_ID_1: next.publicKey, [serial]: platform.certificate }
    const { certs } = read({ certs: both })
    expect([...certs.keys()]).toEqual(['PUB_KEY_ID_1', serial])
  })

  test('may be a list of certificates', () => {
    const { certs } = read({ certs: [platform.certificate, next.certificate] })
    expect([...certs.keys()]).toEqual([serialOf(platform.certificate), serialOf(next.certificate)])
    expect(() => read({ certs: [platform.publicKey] })).toThrow('certs["0"]: has no serial number')
  })

  test('know a serial number in small letters', () => {
    const serial = serialOf(platform.certificate)
    const { certs } = read({ certs: { [serial.toLowerCase()]: platform.certificate } })
    expect([...certs.keys()]).toEqual([serial])
  })

  test('do not name a certificate by the serial number of another', () => {
    expect(() => read({ certs: { [serialOf(next.certificate)]: platform.certificate } }))
      .toThrow(`has the serial number ${serialOf(platform.certificate)}`)
  })

  test.each([
    ['certificate', { [serialOf(merchant.certificate)]: merchant.certificate }],
    ['certificate in a list', [merchant.certificate]],
    ['serial number', { [serialOf(merchant.certificate)]: platform.publicKey }],
    ['public key under a public key\'s id', { PUB_KEY_ID_1: merchant.publicKey }],
  ])('do not hold the merchant\'s own %s', (_, certs) => {
    expect(() => read({ certs })).toThrow('is the merchant\'s own; expected a platform certificate')
  })

  test('may be left out where there is a secret to download them with', () => {
    expect(read({ certs: undefined, secret: 'x'.repeat(32) }).certs.size).toBe(0)
    expect(() => read({ certs: undefined })).toThrow('certs: expected a platform certificate')
  })
})
