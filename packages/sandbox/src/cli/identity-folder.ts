import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
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

/** Written last: an identity is whole where this file is. */
const record = 'identity.json'

/**
 * Loads the identity of a folder, or makes one there: `identity.json`, and its keys and certificates as PEM files under
 * the names WeChat Pay gives them. The folder and all files can be read by their owner only.
 *
 * @throws Error where the folder cannot be written, or `identity.json` cannot be read
 */
export async function identityFolder(folder: string): Promise<IdentityFolder> {
  const path = (name: string) => resolve(folder, name)
  const files = {
    privateKey: path('apiclient_key.pem'),
    certificate: path('apiclient_cert.pem'),
    publicKey: path('pub_key.pem'),
    platformCertificate: path('platform_cert.pem'),
  }
  const identity = existsSync(path(record)) ? await load(path(record)) : await createIdentity()
  const { privateKey, certificate, platform } = identity
  const contents = {
    '.gitignore': '*\n',
    [files.privateKey]: privateKey,
    [files.certificate]: certificate,
    [files.publicKey]: platform.publicKey,
    [files.platformCertificate]: platform.certificate,
    [record]: `${JSON.stringify(identity, null, 2)}\n`,
  }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const [name, content] of Object.entries(contents)) await keep(path(name), content)
  return { identity, files }
}

async function load(file: string): Promise<Identity> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Identity
  } catch (cause) {
    throw new Error(`${file} is no identity; delete it to have a new one made.`, { cause })
  }
}

/** Leaves a file alone that is as it should be: the folder may be read-only. */
async function keep(file: string, content: string): Promise<void> {
  if (existsSync(file) && await readFile(file, 'utf8') === content) return
  await writeFile(`${file}.new`, content, { mode: 0o600 })
  await rename(`${file}.new`, file)
}
