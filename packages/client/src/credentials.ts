import { createPrivateKey, type PrivateKey } from './crypto/private-key.ts'
import { createPublicKey, type PublicKey } from './crypto/public-key.ts'
import { isCryptoKey, type KeyMaterial, readPrivateKey, readPublicKey } from './crypto/key-input.ts'
import { readPrivateNumbers, readPublicNumbers } from './crypto/rsa-key.ts'
import { ArgumentError } from './errors/argument-error.ts'
import type { ClientOptions } from './options.ts'

/** Who the merchant is and whom he trusts. */
export interface Credentials {
  mchid: string
  serial: string
  privateKey: PrivateKey
  /** By serial number or `PUB_KEY_ID_…`. Downloaded certificates join it. */
  certs: Map<string, PublicKey>
  /** APIv3 key. */
  secret?: string
}

const wanted = 'a platform certificate or WeChat Pay public key by its serial number or PUB_KEY_ID_…'

/**
 * Checks the options that say who the merchant is and whom he trusts.
 *
 * @throws ArgumentError naming the option, never showing a key
 */
export function readCredentials({ mchid, serial, privateKey, certs, secret }: ClientOptions): Credentials {
  const key = readPrivateKey('privateKey', privateKey)
  const merchant = { serial: readSerial(serial, key), key }
  return {
    mchid: readToken('mchid', mchid),
    serial: merchant.serial,
    privateKey: createPrivateKey(key),
    certs: new Map(readCerts(certs, merchant, secret !== undefined)),
    ...readSecret(secret),
  }
}

/** A value that stands between quotation marks in the `Authorization` header. */
function readToken(name: string, value: unknown): string {
  if (typeof value === 'string' && /^[\w-]+$/.test(value)) return value
  throw new ArgumentError(name, 'expected a string of letters and digits')
}

function readSerial(serial: unknown, privateKey: KeyMaterial): string {
  if (typeof serial !== 'object' && !String(serial).includes('-----')) {
    if (!String(serial).startsWith('PUB_KEY_ID_')) return readToken('serial', serial)
    throw new ArgumentError('serial', 'is the id of a WeChat Pay public key; expected that of the merchant\'s certificate')
  }
  const certificate = readPublicKey('serial', serial)
  if (certificate.serial === undefined) throw new ArgumentError('serial', 'expected a serial number or the merchant\'s certificate')
  if (belongTogether(privateKey, certificate.key) === false) {
    throw new ArgumentError('privateKey', 'does not belong to the certificate given as serial')
  }
  return certificate.serial
}

function* readCerts(
  certs: unknown, merchant: { serial: string, key: KeyMaterial }, canDownload: boolean,
): Generator<[string, PublicKey]> {
  const entries = Object.entries(Object(certs ?? {})) as [string, unknown][]
  if (typeof certs === 'string' || (entries.length === 0 && !canDownload)) {
    throw new ArgumentError('certs', `expected ${wanted}, at least one`)
  }
  for (const [id, input] of entries) {
    const name = `certs[${JSON.stringify(id)}]`
    const { key, serial } = readPublicKey(name, input)
    const known = Array.isArray(certs) ? serial : id
    if (known === undefined) throw new ArgumentError(name, `has no serial number of its own; expected ${wanted}`)
    if (known === merchant.serial || belongTogether(merchant.key, key)) {
      throw new ArgumentError(name, `is the merchant's own; expected ${wanted}`)
    }
    if (serial !== undefined && known.toUpperCase() !== serial) {
      throw new ArgumentError(name, `holds the certificate with the serial number ${serial}`)
    }
    yield [serial ?? known, createPublicKey(key)]
  }
}

/** Whether a private and a public key are a pair; `undefined` where a `CryptoKey` does not tell. */
function belongTogether(privateKey: KeyMaterial, publicKey: KeyMaterial): boolean | undefined {
  if (isCryptoKey(privateKey) || isCryptoKey(publicKey)) return undefined
  return readPrivateNumbers(privateKey).n === readPublicNumbers(publicKey).n
}

function readSecret(secret: unknown): { secret?: string } {
  if (secret === undefined) return {}
  if (typeof secret === 'string' && new TextEncoder().encode(secret).length === 32) return { secret }
  throw new ArgumentError('secret', 'an APIv3 key is a string of 32 bytes')
}
