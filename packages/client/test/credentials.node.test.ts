import { X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
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

describe('the serial option', () => {
  it('is read from the merchant\'s certificate', () => {
    expect(read({ serial: merchant.certificate }).serial).toBe(options.serial)
    expect(read({ serial: new X509Certificate(merchant.certificate) }).serial).toBe(options.serial)
  })

  it.each([
    ['a certificate of another key', platform.certificate, 'privateKey: does not belong to the certificate given as serial'],
    ['a public key', merchant.publicKey, 'serial: expected the merchant\'s certificate or its serial number'],
    ['the private key', merchant.privateKey, 'serial: is a private key; expected a certificate or a public key'],
    ['a public key\'s id', 'PUB_KEY_ID_1', 'serial: expected the serial number of a certificate, got a public key id'],
  ])('refuses %s', (_, serial, problem) => {
    expect(() => read({ serial })).toThrow(problem)
  })
})

describe('the certs option', () => {
  it('accepts public keys and certificates together', () => {
    const serial = serialOf(platform.certificate)
    const both = { PUB_KEY_ID_1: next.publicKey, [serial]: platform.certificate }
    const { certs } = read({ certs: both })
    expect([...certs.keys()]).toEqual(['PUB_KEY_ID_1', serial])
  })

  it('accepts an array of certificates', () => {
    const { certs } = read({ certs: [platform.certificate, next.certificate] })
    expect([...certs.keys()]).toEqual([serialOf(platform.certificate), serialOf(next.certificate)])
    expect(() => read({ certs: [platform.publicKey] })).toThrow('certs["0"]: has no serial number')
  })

  it('accepts a serial number in lower case', () => {
    const serial = serialOf(platform.certificate)
    const { certs } = read({ certs: { [serial.toLowerCase()]: platform.certificate } })
    expect([...certs.keys()]).toEqual([serial])
  })

  it('refuses a certificate under another serial number', () => {
    expect(() => read({ certs: { [serialOf(next.certificate)]: platform.certificate } }))
      .toThrow(`has the serial number ${serialOf(platform.certificate)}`)
  })

  it.each([
    ['certificate', { [serialOf(merchant.certificate)]: merchant.certificate }],
    ['certificate in a list', [merchant.certificate]],
    ['serial number', { [serialOf(merchant.certificate)]: platform.publicKey }],
    ['public key under a public key\'s id', { PUB_KEY_ID_1: merchant.publicKey }],
  ])('refuses the merchant\'s own %s', (_, certs) => {
    expect(() => read({ certs })).toThrow('is the merchant\'s own; expected a platform certificate')
  })

  it('is optional with a secret', () => {
    expect(read({ certs: undefined, secret: 'x'.repeat(32) }).certs.size).toBe(0)
    expect(() => read({ certs: undefined })).toThrow('certs: expected a platform certificate')
  })
})
