import { X509Certificate } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createAuthority, type Credentials } from '../identity/authority.ts'
import { codeOf } from '../values/errors.ts'

/**
 * Loads the authority that is kept beside an identity, or creates one there, for the hosts only. Only its owner can read
 * the file.
 *
 * @throws Error if the file is not an authority, has expired or cannot be written
 */
export async function authorityFile(folder: string, hosts: string[]): Promise<Credentials> {
  const file = join(folder, 'ca.json')
  return existsSync(file) ? load(file) : create(file, hosts)
}

/** If several processes start at once, one creates the authority and all use it. */
async function create(file: string, hosts: string[]): Promise<Credentials> {
  const { privateKey, certificate } = await createAuthority(hosts, Date.now())
  const draft = `${file}.${process.pid}`
  try {
    await writeFile(draft, `${JSON.stringify({ privateKey, certificate }, null, 2)}\n`, { mode: 0o600 })
    await link(draft, file)
    return { privateKey, certificate }
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    return await load(file)
  } finally {
    await rm(draft, { force: true })
  }
}

async function load(file: string): Promise<Credentials> {
  try {
    const { privateKey, certificate }: Credentials = JSON.parse(await readFile(file, 'utf8'))
    if (Date.parse(new X509Certificate(certificate).validTo) < Date.now()) throw new Error('it has expired')
    return { privateKey, certificate }
  } catch (cause) {
    throw new Error(`${file} is not a valid certificate authority; delete it to create a new one`, { cause })
  }
}
