import { type ReadKey, readPrivateKey, readPublicKey } from './crypto/key-input.ts'
import { createPrivateKey, type PrivateKey } from './crypto/private-key.ts'
import { createPublicKey, type PublicKey } from './crypto/public-key.ts'
import { ArgumentError } from './errors/argument-error.ts'
import type { ClientOptions } from './options.ts'
import { readToken } from './token.ts'
import { encodeUtf8 } from './utf8.ts'

/** The merchant's identity, and the keys of WeChat Pay that it trusts. */
export interface Credentials {
  mchid: string
  serial: string
  privateKey: PrivateKey
  /** By serial number or `PUB_KEY_ID_…`. Downloaded certificates are added. */
  certs: Map<string, PublicKey>
  /** APIv3 key. */
  secret?: string
}

const wanted = 'a platform certificate or WeChat Pay public key by its serial number or PUB_KEY_ID_…'

/**
 * Checks the options about the merchant and the keys that it trusts.
 *
 * @throws ArgumentError naming the option, without its key
 */
export function readCredentials({ mchid, serial, privateKey, certs, secret }: ClientOptions): Credentials {
  const own = readPrivateKey('privateKey', privateKey)
  const merchant = { ...own, serial: readSerial(serial, own) }
  if (secret !== undefined && (typeof secret !== 'string' || encodeUtf8(secret).length !== 32)) {
    throw new ArgumentError('secret', 'expected an APIv3 key: a string of 32 bytes')
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

function readSerial(serial: unknown, { modulus }: ReadKey): string {
  if (/^PUB_KEY_ID_/.test(String(serial))) {
    throw new ArgumentError('serial', 'expected the serial number of a certificate, got a public key id')
  }
  if (typeof serial !== 'object' && !String(serial).includes('-----')) return readToken('serial', serial)
  const certificate = readPublicKey('serial', serial)
  if (!certificate.serial) {
    throw new ArgumentError('serial', 'expected the merchant\'s certificate or its serial number')
  }
  if (modulus && modulus !== certificate.modulus) {
    throw new ArgumentError('privateKey', 'does not belong to the certificate given as serial')
  }
  return certificate.serial
}

/** Reads a trusted key, named by its key in the options or by its own serial number. */
function readCert(
  name: string, id: string | undefined, input: unknown, merchant: ReadKey,
): [string, PublicKey] {
  const { key, modulus, serial } = readPublicKey(name, input)
  const known = id ?? serial
  if (!known) throw new ArgumentError(name, `has no serial number; expected ${wanted}`)
  if (known === merchant.serial || (modulus && modulus === merchant.modulus)) {
    throw new ArgumentError(name, `is the merchant's own; expected ${wanted}`)
  }
  if (serial && known.toUpperCase() !== serial) {
    throw new ArgumentError(name, `has the serial number ${serial}`)
  }
  return [serial ?? known, createPublicKey(key)]
}
