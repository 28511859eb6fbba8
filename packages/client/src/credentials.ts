import { type ReadKey, readPrivateKey, readPublicKey } from './crypto/key-input.ts'
import { createPrivateKey, type PrivateKey } from './crypto/private-key.ts'
import { createPublicKey, type PublicKey } from './crypto/public-key.ts'
import { ArgumentError } from './errors/argument-error.ts'
import type { ClientOptions } from './options.ts'
import { encodeUtf8 } from './utf8.ts'

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
  const own = readPrivateKey('privateKey', privateKey)
  const merchant = { ...own, serial: readSerial(serial, own) }
  if (secret !== undefined && (typeof secret !== 'string' || encodeUtf8(secret).length !== 32)) {
    throw new ArgumentError('secret', 'an APIv3 key is a string of 32 bytes')
  }
  if (typeof certs === 'string' || !(secret || Object.keys(certs ?? {}).length > 0)) {
    throw new ArgumentError('certs', `expected ${wanted}, at least one`)
  }
  return {
    mchid: readToken('mchid', mchid),
    serial: merchant.serial,
    privateKey: createPrivateKey(own.key),
    certs: new Map(Object.entries(certs ?? {}).map(([name, key]) =>
      readCert(`certs[${JSON.stringify(name)}]`, Array.isArray(certs) ? undefined : name, key, merchant))),
    ...secret && { secret },
  }
}

/** A value that stands between quotation marks in the `Authorization` header. */
function readToken(name: string, value: unknown): string {
  if (typeof value === 'string' && /^[\w-]+$/.test(value)) return value
  throw new ArgumentError(name, 'expected a string of letters and digits')
}

function readSerial(serial: unknown, { modulus }: ReadKey): string {
  if (/^PUB_KEY_ID_/.test(String(serial))) {
    throw new ArgumentError('serial', 'is the id of a public key; expected that of the merchant\'s certificate')
  }
  if (typeof serial !== 'object' && !String(serial).includes('-----')) return readToken('serial', serial)
  const certificate = readPublicKey('serial', serial)
  if (!certificate.serial) {
    throw new ArgumentError('serial', 'expected a serial number or the merchant\'s certificate')
  }
  if (modulus && modulus !== certificate.modulus) {
    throw new ArgumentError('privateKey', 'does not belong to the certificate given as serial')
  }
  return certificate.serial
}

/** Reads one to be trusted, under the name that it was given, or under its own serial number. */
function readCert(
  name: string, id: string | undefined, input: unknown, merchant: ReadKey,
): [string, PublicKey] {
  const { key, modulus, serial } = readPublicKey(name, input)
  const known = id ?? serial
  if (!known) throw new ArgumentError(name, `has no serial number of its own; expected ${wanted}`)
  if (known === merchant.serial || (modulus && modulus === merchant.modulus)) {
    throw new ArgumentError(name, `is the merchant's own; expected ${wanted}`)
  }
  if (serial && known.toUpperCase() !== serial) {
    throw new ArgumentError(name, `holds the certificate with the serial number ${serial}`)
  }
  return [serial ?? known, createPublicKey(key)]
}
