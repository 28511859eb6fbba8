import { existsSync } from 'node:fs'
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { importKeys } from '../identity/keys.ts'
import { createIdentity } from '../identity/create-identity.ts'
import type { Identity } from '../identity/identity.ts'

/** An identity and where its files are. */
export interface IdentityFolder {
  identity: Identity
  /** Absolute paths of the files a client reads. */
  files: {
    privateKey: string
    certificate: string
    publicKey: string
    platformCertificate: string
  }
}

/** All of an identity; the other files are made from it. */
const record = 'identity.json'

/**
 * Loads the identity of a folder, or makes one there: `identity.json`, and its keys and certificates as PEM files under
 * the names WeChat Pay gives them. The folder and all files can be read by their owner only.
 *
 * @throws Error where the folder cannot be written, or `identity.json` cannot be read or holds a key that cannot be used
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
  const identity = await (existsSync(path(record)) ? load : make)(path(record))
  const { privateKey, certificate, platform } = identity
  const contents = {
    '.gitignore': '*\n',
    [files.privateKey]: privateKey,
    [files.certificate]: certificate,
    [files.publicKey]: platform.publicKey,
    [files.platformCertificate]: platform.certificate,
  }
  for (const [name, content] of Object.entries(contents)) await keep(path(name), content)
  return { identity, files }
}

/** Of several processes that start at once, one makes the identity, and all have the same. */
async function make(file: string): Promise<Identity> {
  const identity = await createIdentity()
  const draft = `${file}.${process.pid}`
  try {
    await writeFile(draft, `${JSON.stringify(identity, null, 2)}\n`, { mode: 0o600 })
    await link(draft, file)
    return identity
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return load(file)
  } finally {
    await rm(draft, { force: true })
  }
}

async function load(file: string): Promise<Identity> {
  try {
    const identity = JSON.parse(await readFile(file, 'utf8')) as Identity
    await importKeys(identity)
    if (!isWhole(identity)) throw new Error('a member is missing, or the APIv3 key is not 32 bytes long')
    return identity
  } catch (cause) {
    throw new Error(`${file} is no identity; delete it to have a new one made.`, { cause })
  }
}

/** Whether all is there that no import of a key would miss. */
function isWhole({ mchid, serial, secret, platform }: Identity): boolean {
  const { publicKeyId, publicKey, certificate, effectiveTime, expireTime } = platform
  const its = [platform.serial, publicKeyId, publicKey, certificate, effectiveTime, expireTime]
  return [mchid, serial, ...its].every(Boolean) && Buffer.byteLength(secret) === 32
}

/** Leaves a file alone that is as it should be: the folder may be read-only. */
async function keep(file: string, content: string): Promise<void> {
  if (existsSync(file) && await readFile(file, 'utf8') === content) return
  await writeFile(`${file}.${process.pid}`, content, { mode: 0o600 })
  await rename(`${file}.${process.pid}`, file)
}
