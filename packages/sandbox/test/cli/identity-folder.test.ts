import { X509Certificate, createPrivateKey, createPublicKey } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { identityFolder } from '../../src/cli/identity-folder.ts'
import type { Identity } from '../../src/index.ts'
import { startCommand, temporaryFolder } from '../support/command.ts'
import { identity as known } from '../support/identity.ts'

test('the files fit together: Node\'s own X.509 says so', async () => {
  const { identity, files } = await identityFolder(temporaryFolder())
  const certificate = new X509Certificate(readFileSync(files.certificate))
  expect(certificate.serialNumber).toBe(identity.serial)
  expect(certificate.checkPrivateKey(createPrivateKey(readFileSync(files.privateKey)))).toBe(true)
  const platform = new X509Certificate(readFileSync(files.platformCertificate))
  expect(platform.serialNumber).toBe(identity.platform.serial)
  expect(platform.publicKey.equals(createPublicKey(readFileSync(files.publicKey)))).toBe(true)
})

test('what was changed or lost is put right from identity.json', async () => {
  const folder = temporaryFolder()
  const { files, identity } = await identityFolder(folder)
  writeFileSync(files.privateKey, 'another key')
  rmSync(files.publicKey)
  expect(await identityFolder(folder)).toEqual({ files, identity })
  expect(readFileSync(files.privateKey, 'utf8')).toBe(identity.privateKey)
  expect(readFileSync(files.publicKey, 'utf8')).toBe(identity.platform.publicKey)
})

test('without identity.json everything is made anew', async () => {
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
])('an identity.json without %s is none', async (_, damage) => {
  const folder = temporaryFolder()
  const damaged = structuredClone(known)
  damage(damaged)
  writeFileSync(join(folder, 'identity.json'), JSON.stringify(damaged))
  await expect(identityFolder(folder)).rejects.toThrow('identity.json is no identity; delete it to have a new one made.')
  expect(readdirSync(folder)).toEqual(['identity.json'])
})

test('sandboxes that start at once have the same', async () => {
  const folder = temporaryFolder()
  const started = await Promise.all(Array.from({ length: 4 }, () => startCommand(['--identity', folder])))
  expect(new Set(started.map(({ client }) => client.serial)).size).toBe(1)
  expect(readdirSync(folder).sort()).toEqual([
    '.gitignore', 'apiclient_cert.pem', 'apiclient_key.pem', 'identity.json', 'platform_cert.pem', 'pub_key.pem',
  ])
}, 60_000)
