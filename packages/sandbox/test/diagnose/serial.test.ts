import { X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { createSandbox } from '../../src/index.ts'
import { catalog } from '../support/catalog.ts'
import { identity, now } from '../support/identity.ts'
import { signed } from '../support/request.ts'

const sandbox = createSandbox({ catalog, identity, now, strict: false })
const serial = new X509Certificate(identity.certificate).serialNumber
const detailOf = async (serial_no: string) =>
  (await (await sandbox.fetch(signed('GET', '/v3/certificates', undefined, { serial_no }))).json()).detail

test.each([
  ['the platform\'s', identity.platform.serial, 'platform-serial'],
  ['the platform\'s public key id', identity.platform.publicKeyId, 'platform-serial'],
  ['with colons, as openssl prints it', serial.replace(/..(?=.)/g, '$&:'), 'serial-spelling'],
  ['with leading zeros', `00${serial}`, 'serial-spelling'],
  ['of another certificate', 'ABCDEF', 'other-serial'],
  ['in decimal, as Java prints it', BigInt(`0x${serial}`).toString(), 'serial-decimal'],
])('diagnoses a serial number: %s', async (_, given, mistake) => {
  expect(await detailOf(given)).toMatchObject({ field: 'serial_no', mistake, diagnosis: expect.stringMatching(/^[^。]+。$/) })
})

test('accepts lower case, which some libraries write', async () => {
  const response = await sandbox.fetch(signed('GET', '/v3/certificates', undefined, { serial_no: serial.toLowerCase() }))
  expect(response.status).toBe(200)
})

test('has no diagnosis for another serial number if another key signed', async () => {
  const request = signed('GET', '/v3/certificates', undefined, { serial_no: 'ABCDEF', signature: 'AAAA' })
  expect((await (await sandbox.fetch(request)).json()).detail).not.toHaveProperty('mistake')
})

test('names another merchant if the merchant\'s key signed', async () => {
  const request = signed('GET', '/v3/certificates', undefined, { mchid: '1230000109' })
  expect((await (await sandbox.fetch(request)).json()).detail).toMatchObject({ field: 'mchid', mistake: 'other-merchant' })
})
