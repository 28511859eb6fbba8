import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { importKeys } from './keys.ts'
import { createIdentity } from './create-identity.ts'
import type { Identity } from './identity.ts'

const year = 365 * 24 * 3_600_000

const file = process.argv[2] ?? fileURLToPath(new URL('../../generated/identity.json', import.meta.url))

if (!await isUsable(file)) {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(`${file}.new`, `${JSON.stringify(await createIdentity(), null, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
}

/** Whether the file holds a complete identity with valid keys and at least a year left. */
async function isUsable(file: string): Promise<boolean> {
  try {
    const identity: Identity = JSON.parse(await readFile(file, 'utf8'))
    await importKeys(identity)
    const { apiv2Key, nextPlatform, platform } = identity
    return Boolean(apiv2Key && nextPlatform) && Date.parse(platform.expireTime) > Date.now() + year
  } catch {
    return false
  }
}
