import { X509Certificate } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createAuthority, type Credentials } from '../identity/authority.ts'
import { createFile } from './write-file.ts'

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
  const authority = { privateKey, certificate }
  return await createFile(file, `${JSON.stringify(authority, null, 2)}\n`) ? authority : load(file)
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
