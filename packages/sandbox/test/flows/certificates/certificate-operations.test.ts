import { createDecipheriv, X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { createSandbox } from '../../../src/index.ts'
import { catalog } from '../../support/catalog.ts'
import { identity, now } from '../../support/identity.ts'
import { signed } from '../../support/request.ts'

const sandbox = createSandbox({ catalog, identity, now, strict: false })

async function download() {
  const response = await sandbox.fetch(signed('GET', '/v3/certificates'))
  const { data } = await response.json()
  expect(data).toHaveLength(1)
  return data[0]
}

/** Decrypts AEAD_AES_256_GCM as the documentation describes, only with Node's OpenSSL. */
function decrypt({ nonce, associated_data, ciphertext }: Record<string, string>): string {
  const bytes = Buffer.from(ciphertext!, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', identity.secret, nonce!)
  decipher.setAAD(Buffer.from(associated_data!)).setAuthTag(bytes.subarray(-16))
  return decipher.update(bytes.subarray(0, -16), undefined, 'utf8') + decipher.final('utf8')
}

test('encrypts the platform certificate with the APIv3 key', async () => {
  const { encrypt_certificate, ...rest } = await download()
  expect(encrypt_certificate).toMatchObject({ algorithm: 'AEAD_AES_256_GCM', associated_data: 'certificate' })
  expect(encrypt_certificate.nonce).toMatch(/^[A-Z2-7]{12}$/)
  const certificate = new X509Certificate(decrypt(encrypt_certificate))
  expect(certificate.serialNumber).toBe(identity.platform.serial)
  expect(rest).toEqual({
    serial_no: certificate.serialNumber,
    effective_time: '2025-01-02T11:04:05+08:00',
    expire_time: '2030-01-02T11:04:05+08:00',
  })
  expect(new Date(rest.effective_time)).toEqual(certificate.validFromDate)
  expect(new Date(rest.expire_time)).toEqual(certificate.validToDate)
})

test('uses a new nonce for each download', async () => {
  const [first, second] = [await download(), await download()]
  expect(first.encrypt_certificate.nonce).not.toBe(second.encrypt_certificate.nonce)
})
