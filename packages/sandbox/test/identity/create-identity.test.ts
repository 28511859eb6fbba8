import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { createIdentity } from '../../src/identity/index.ts'
import { identity, now } from '../support/identity.ts'
import { openssl } from '../support/openssl.ts'

const { platform, nextPlatform } = identity
const next = nextPlatform!

test.each([
  ['merchant', identity.serial, identity.privateKey, identity.certificate, '1900000109'],
  ['platform', platform.serial, platform.privateKey, platform.certificate, 'Platform'],
  ['platform that follows', next.serial, next.privateKey, next.certificate, 'Platform'],
])('the %s: key, certificate and serial belong together', (_, serial, privateKey, pem, commonName) => {
  const certificate = new X509Certificate(pem)
  expect(serial).toMatch(/^[4-7][0-9A-F]{39}$/)
  expect(certificate.serialNumber).toBe(serial)
  expect(certificate.subject).toBe(`O=wxpay-live sandbox\nCN=${commonName}`)
  expect(certificate.checkPrivateKey(createPrivateKey(privateKey))).toBe(true)
  expect(certificate.validFromDate).toEqual(new Date(now()))
  expect(certificate.validToDate).toEqual(new Date('2030-01-02T03:04:05Z'))
})

test('openssl verifies the certificates strictly', () => {
  const time = String(now() / 1000)
  const verdict = openssl(['verify', '-x509_strict', '-attime', time, '-CAfile', 'c.pem', 'c.pem'], { 'c.pem': platform.certificate })
  expect(verdict.toString()).toBe('c.pem: OK\n')
})

test('keys are PEM in PKCS#8 and SubjectPublicKeyInfo, in lines of 64 characters', () => {
  expect(identity.privateKey).toMatch(/^-----BEGIN PRIVATE KEY-----\n(.{64}\n)+.{1,64}\n-----END PRIVATE KEY-----\n$/)
  expect(platform.publicKey).toMatch(/^-----BEGIN PUBLIC KEY-----\n/)
})

test('the platform\'s public key is that of its certificate', () => {
  const key = createPublicKey(platform.publicKey)
  expect(key.equals(new X509Certificate(platform.certificate).publicKey)).toBe(true)
  expect(platform.publicKeyId).toBe('PUB_KEY_ID_01190000010920250102110405')
})

test('the APIv3 key has 32 letters and digits', () => {
  expect(identity.secret).toMatch(/^[A-Z2-7]{32}$/)
})

test('the certificate\'s validity in Beijing time', () => {
  expect(platform.effectiveTime).toBe('2025-01-02T11:04:05+08:00')
  expect(platform.expireTime).toBe('2030-01-02T11:04:05+08:00')
})

test('another merchant gets keys of its own', async () => {
  const other = await createIdentity({ mchid: '1230000109', now: () => now() + 999 })
  expect(new X509Certificate(other.certificate).subject).toContain('CN=1230000109')
  expect(other.platform.effectiveTime).toBe(platform.effectiveTime)
  for (const name of ['serial', 'privateKey', 'certificate', 'secret'] as const) expect(other[name]).not.toBe(identity[name])
})
