import type { Given } from '../diagnosis.ts'
import { type PublicKey, readPublicKey } from '../public-key.ts'

/** A key that the merchant trusts as WeChat Pay's. */
export interface PlatformKey {
  kind: 'certificate' | 'public-key'
  /** Serial number or `PUB_KEY_ID_…`; `undefined` if it is not known. */
  serial: string | undefined
  numbers: JsonWebKey
}

/**
 * Reads the given keys of WeChat Pay.
 *
 * @throws ArgumentError or RangeError if one is not an RSA key, without its content
 */
export function platformKeysOf(given: Given): PlatformKey[] {
  const { platformCertificate, platformPublicKey, platformPublicKeyId } = given
  const keys: PlatformKey[] = []
  if (platformCertificate) {
    keys.push(keyOf('certificate', readPublicKey('platformCertificate', platformCertificate)))
  }
  if (platformPublicKey) {
    const key = keyOf('public-key', readPublicKey('platformPublicKey', platformPublicKey))
    // A certificate that was given as the public key still is one.
    keys.push(key.serial === undefined ? { ...key, serial: platformPublicKeyId } : { ...key, kind: 'certificate' })
  }
  return keys
}

const keyOf = (kind: PlatformKey['kind'], { numbers, serial }: PublicKey): PlatformKey => ({ kind, serial, numbers })

/** Whether a serial is the id of a WeChat Pay public key, and not the number of a certificate. */
export const isPublicKeyId = (serial: string) => serial.startsWith('PUB_KEY_ID_')

/** Whether two spellings name the same key. */
export const isSameSerial = (one: string, other: string) => normal(one) === normal(other)

const normal = (serial: string) => serial.toUpperCase().replaceAll(':', '').replace(/^0+/, '')
