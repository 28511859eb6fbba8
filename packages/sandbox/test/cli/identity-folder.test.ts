import { X509Certificate, createPrivateKey, createPublicKey } from 'node:crypto'
import { chmodSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { identityFolder } from '../../src/cli/identity-folder.ts'
import type { Identity } from '../../src/index.ts'
import { spawnCommand, startCommand, temporaryFolder } from '../support/command.ts'
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
  ['a byte of the APIv2 key', identity => Object.assign(identity, { apiv2Key: identity.apiv2Key?.slice(1) })],
  ['the platform certificate', identity => Object.assign(identity.platform, { certificate: undefined })],
  ['the id of the public key', identity => Object.assign(identity.platform, { publicKeyId: '' })],
  ['a merchant id of digits', identity => Object.assign(identity, { mchid: {} })],
  ['the serial of its certificate', identity => Object.assign(identity, { serial: identity.platform.serial })],
  ['the serial of the platform certificate', identity => Object.assign(identity.platform, { serial: 1 })],
])('rejects an identity.json without %s', async (_, damage) => {
  const folder = temporaryFolder()
  const damaged = structuredClone(known)
  damage(damaged)
  writeFileSync(join(folder, 'identity.json'), JSON.stringify(damaged))
  await expect(identityFolder(folder)).rejects.toThrow('identity.json is not a valid identity; delete it to create a new one')
  expect(readdirSync(folder)).toEqual(['identity.json'])
})

test('takes an identity.json without an APIv2 key, as earlier versions wrote it, and keeps the key that one has', async () => {
  const keyOf = async (change: object) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'identity.json'), JSON.stringify({ ...known, ...change }))
    return (await identityFolder(folder)).identity.apiv2Key
  }
  expect(await keyOf({ apiv2Key: undefined })).toBeUndefined()
  expect(await keyOf({ apiv2Key: 'k'.repeat(32) })).toBe('k'.repeat(32))
})

test('rejects a link to a missing identity.json in one line', async () => {
  const folder = temporaryFolder()
  symlinkSync(join(folder, 'missing'), join(folder, 'identity.json'))
  const { code, stderr } = await spawnCommand(['--port', '0', '--identity', folder]).exit()
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: `wxpay-sandbox: ${join(folder, 'identity.json')} is not a valid identity; delete it to create a new one\n`,
  })
})

describe('keeps its files from others and', () => {
  const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

  test('tightens modes that were loosened', async () => {
    const folder = temporaryFolder()
    const { files } = await identityFolder(folder)
    const all = [join(folder, 'identity.json'), ...Object.values(files)]
    for (const file of all) chmodSync(file, 0o644)
    chmodSync(folder, 0o777)
    await identityFolder(folder)
    expect(all.map(modeOf)).toEqual(all.map(() => '600'))
    expect(modeOf(folder)).toBe('700')
  })

  test('leaves the mode of a folder that was there before', async () => {
    const folder = temporaryFolder()
    chmodSync(folder, 0o775)
    await identityFolder(folder)
    expect(modeOf(folder)).toBe('775')
  })

  test('rejects a file whose mode cannot be changed, as in a read-only folder', async () => {
    const folder = temporaryFolder()
    const { files } = await identityFolder(folder)
    chmodSync(files.privateKey, 0o644)
    onTestFinished(() => {
      vi.restoreAllMocks()
      syncBuiltinESMExports()
    })
    vi.spyOn(fs, 'chmod').mockRejectedValue(new Error('EROFS: read-only file system'))
    syncBuiltinESMExports()
    await expect(identityFolder(folder)).rejects.toThrow(
      `others can use ${files.privateKey}, and its mode cannot be changed: EROFS: read-only file system`,
    )
  })
})

test('gives sandboxes that start at once the same identity', async () => {
  const folder = temporaryFolder()
  const started = await Promise.all(Array.from({ length: 4 }, () => startCommand(['--identity', folder])))
  expect(new Set(started.map(({ client }) => client.serial)).size).toBe(1)
  expect(readdirSync(folder).sort()).toEqual([
    '.gitignore', 'apiclient_cert.pem', 'apiclient_key.pem', 'identity.json', 'platform_cert.pem', 'pub_key.pem',
  ])
}, 60_000)
