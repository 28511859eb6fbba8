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
  ['next platform', next.serial, next.privateKey, next.certificate, 'Platform'],
])('creates a matching key, certificate and serial for the %s', (_, serial, privateKey, pem, commonName) => {
  const certificate = new X509Certificate(pem)
  expect(serial).toMatch(/^[4-7][0-9A-F]{39}$/)
  expect(certificate.serialNumber).toBe(serial)
  expect(certificate.subject).toBe(`O=wxpay-live sandbox\nCN=${commonName}`)
  expect(certificate.checkPrivateKey(createPrivateKey(privateKey))).toBe(true)
  expect(certificate.validFromDate).toEqual(new Date(now()))
  expect(certificate.validToDate).toEqual(new Date('2030-01-02T03:04:05Z'))
})

test('creates certificates that openssl verifies strictly', () => {
  const time = String(now() / 1000)
  const verdict = openssl(['verify', '-x509_strict', '-attime', time, '-CAfile', 'c.pem', 'c.pem'], { 'c.pem': platform.certificate })
  expect(verdict.toString()).toBe('c.pem: OK\n')
})

test('writes keys as PEM in PKCS#8 and SubjectPublicKeyInfo, in lines of 64 characters', () => {
  expect(identity.privateKey).toMatch(/^-----BEGIN PRIVATE KEY-----\n(.{64}\n)+.{1,64}\n-----END PRIVATE KEY-----\n$/)
  expect(platform.publicKey).toMatch(/^-----BEGIN PUBLIC KEY-----\n/)
})

test('takes the platform\'s public key from its certificate', () => {
  const key = createPublicKey(platform.publicKey)
  expect(key.equals(new X509Certificate(platform.certificate).publicKey)).toBe(true)
  expect(platform.publicKeyId).toBe('PUB_KEY_ID_01190000010920250102110405')
})

test('creates an APIv3 key of 32 letters and digits', () => {
  expect(identity.secret).toMatch(/^[A-Z2-7]{32}$/)
})

test('gives every identity the APIv2 key of the pages\' programs, of 32 characters', () => {
  expect(identity.apiv2Key).toBe('wxpayLiveSandboxApiv2KeyForTests')
  expect(identity.apiv2Key).toHaveLength(32)
})

test('states the certificate\'s validity in Beijing time', () => {
  expect(platform.effectiveTime).toBe('2025-01-02T11:04:05+08:00')
  expect(platform.expireTime).toBe('2030-01-02T11:04:05+08:00')
})

test('creates other keys for another merchant', async () => {
  const other = await createIdentity({ mchid: '1230000109', now: () => now() + 999 })
  expect(new X509Certificate(other.certificate).subject).toContain('CN=1230000109')
  expect(other.platform.effectiveTime).toBe(platform.effectiveTime)
  for (const name of ['serial', 'privateKey', 'certificate', 'secret'] as const) expect(other[name]).not.toBe(identity[name])
})
