import { X509Certificate } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { createIdentity } from '../identity/create-identity.ts'
import type { Identity } from '../identity/identity.ts'
import { importKeys } from '../identity/keys.ts'
import { messageOf } from '../values/errors.ts'
import { createFile, replaceFile } from './write-file.ts'

/** An identity and its files. */
export interface IdentityFolder {
  identity: Identity
  /** Absolute paths of the files that a client reads. */
  files: {
    privateKey: string
    certificate: string
    publicKey: string
    platformCertificate: string
  }
}

/** The file with the whole identity; the others are written from it. */
const record = 'identity.json'

/**
 * Loads the identity of a folder, or creates one there: `identity.json`, and PEM files of its keys and certificates with
 * WeChat Pay's file names. Only their owner can read the files; modes that were loosened are tightened.
 *
 * @throws Error if the folder cannot be written, others can read a file whose mode cannot be changed, or `identity.json`
 * is not a valid identity
 */
export async function identityFolder(folder: string): Promise<IdentityFolder> {
  const path = (name: string) => resolve(folder, name)
  const files = {
    privateKey: path('apiclient_key.pem'),
    certificate: path('apiclient_cert.pem'),
    publicKey: path('pub_key.pem'),
    platformCertificate: path('platform_cert.pem'),
  }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const identity = await (existsSync(path(record)) ? load : create)(path(record))
  const { privateKey, certificate, platform } = identity
  const contents = {
    '.gitignore': '*\n',
    [files.privateKey]: privateKey,
    [files.certificate]: certificate,
    [files.publicKey]: platform.publicKey,
    [files.platformCertificate]: platform.certificate,
  }
  for (const [name, content] of Object.entries(contents)) await keep(path(name), content)
  for (const file of [path(record), ...Object.values(files)]) await tighten(file, mode => mode & 0o077)
  // A folder that was there before may be shared, but not with everybody, unless files are kept apart as in /tmp.
  await tighten(folder, mode => (mode & 0o1002) === 0o002)
  return { identity, files }
}

/** If several processes start at once, one creates the identity and all use it. */
async function create(file: string): Promise<Identity> {
  const identity = await createIdentity()
  return await createFile(file, `${JSON.stringify(identity, null, 2)}\n`) ? identity : load(file)
}

async function load(file: string): Promise<Identity> {
  try {
    const identity: Identity = JSON.parse(await readFile(file, 'utf8'))
    await importKeys(identity)
    if (!isComplete(identity)) throw new Error('a member is missing or wrong')
    return identity
  } catch (cause) {
    throw new Error(`${file} is not a valid identity; delete it to create a new one`, { cause })
  }
}

/** Whether the members are valid that no imported key depends on. */
function isComplete({ mchid, serial, certificate, secret, apiv2Key, platform }: Identity): boolean {
  const { publicKeyId, publicKey, effectiveTime, expireTime } = platform
  const texts: unknown[] = [mchid, secret, publicKeyId, publicKey, effectiveTime, expireTime]
  return texts.every(text => typeof text === 'string' && text !== '')
    && /^\d+$/.test(mchid) && Buffer.byteLength(secret) === 32
    && (apiv2Key === undefined || (typeof apiv2Key === 'string' && /^[!-~]{32}$/.test(apiv2Key)))
    && serial === serialOf(certificate) && platform.serial === serialOf(platform.certificate)
}

const serialOf = (certificate: string) => new X509Certificate(certificate).serialNumber

/** Takes a file or folder with a mode that is too loose from everybody but its owner. Windows ignores modes. */
async function tighten(path: string, isLoose: (mode: number) => number | boolean): Promise<void> {
  const { mode } = await stat(path)
  if (!isLoose(mode)) return
  await chmod(path, mode & 0o700).catch((cause: unknown) => {
    throw new Error(`others can use ${path}, and its mode cannot be changed: ${messageOf(cause)}`, { cause })
  })
}

/** Writes a file unless it has the content already: the folder may be read-only. */
async function keep(file: string, content: string): Promise<void> {
  if (existsSync(file) && await readFile(file, 'utf8') === content) return
  await replaceFile(file, content)
}
