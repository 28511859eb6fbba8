import { X509Certificate, createPrivateKey, createPublicKey } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { identityFolder } from '../../src/cli/identity-folder.ts'
import type { Identity } from '../../src/index.ts'
import { startCommand, temporaryFolder } from '../support/command.ts'
import { identity as known } from '../support/identity.ts'

test('writes files that match by Node\'s own X.509', async () => {
  const { identity, files } = await identityFolder(temporaryFolder())
  const certificate = new X509Certificate(readFileSync(files.certificate))
  expect(certificate.serialNumber).toBe(identity.serial)
  expect(certificate.checkPrivateKey(createPrivateKey(readFileSync(files.privateKey)))).toBe(true)
  const platform = new X509Certificate(readFileSync(files.platformCertificate))
  expect(platform.serialNumber).toBe(identity.platform.serial)
  expect(platform.publicKey.equals(createPublicKey(readFileSync(files.publicKey)))).toBe(true)
})

test('restores changed and lost files from identity.json', async () => {
  const folder = temporaryFolder()
  const { files, identity } = await identityFolder(folder)
  writeFileSync(files.privateKey, 'another key')
  rmSync(files.publicKey)
  expect(await identityFolder(folder)).toEqual({ files, identity })
  expect(readFileSync(files.privateKey, 'utf8')).toBe(identity.privateKey)
  expect(readFileSync(files.publicKey, 'utf8')).toBe(identity.platform.publicKey)
})

test('creates a new identity if identity.json is missing', async () => {
  const folder = temporaryFolder()
  const first = await identityFolder(folder)
  rmSync(join(folder, 'identity.json'))
  const second = await identityFolder(folder)
  expect(second.identity.serial).not.toBe(first.identity.serial)
  expect(readFileSync(second.files.privateKey, 'utf8')).toBe(second.identity.privateKey)
})

test.each<[string, (identity: Identity) => void]>([
  ['the merchant id', identity => Object.assign(identity, { mchid: undefined })],
  ['the APIv3 key', identity => Object.assign(identity, { secret: undefined })],
  ['a byte of the APIv3 key', identity => Object.assign(identity, { secret: identity.secret.slice(1) })],
  ['the platform certificate', identity => Object.assign(identity.platform, { certificate: undefined })],
  ['the id of the public key', identity => Object.assign(identity.platform, { publicKeyId: '' })],
])('rejects an identity.json without %s', async (_, damage) => {
  const folder = temporaryFolder()
  const damaged = structuredClone(known)
  damage(damaged)
  writeFileSync(join(folder, 'identity.json'), JSON.stringify(damaged))
  await expect(identityFolder(folder)).rejects.toThrow('identity.json is not a valid identity; delete it to create a new one')
  expect(readdirSync(folder)).toEqual(['identity.json'])
})

test('gives sandboxes that start at once the same identity', async () => {
  const folder = temporaryFolder()
  const started = await Promise.all(Array.from({ length: 4 }, () => startCommand(['--identity', folder])))
  expect(new Set(started.map(({ client }) => client.serial)).size).toBe(1)
  expect(readdirSync(folder).sort()).toEqual([
    '.gitignore', 'apiclient_cert.pem', 'apiclient_key.pem', 'identity.json', 'platform_cert.pem', 'pub_key.pem',
  ])
}, 60_000)
