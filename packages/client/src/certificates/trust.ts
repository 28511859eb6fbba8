import { readPublicKey } from '../crypto/key-input.ts'
import { ArgumentError } from '../errors/argument-error.ts'
import { createPublicKey, type PublicKey } from '../crypto/public-key.ts'

/** One of WeChat Pay's certificates. */
export interface PlatformCertificate {
  serial: string
  effectiveTime: Date
  expireTime: Date
  /** PEM */
  certificate: string
}

/** When downloaded keys end to be trusted, in milliseconds since the epoch. Keys from the options have no end. */
const ends = new WeakMap<PublicKey, number>()

/**
 * Adds certificates to those that are trusted, the newest in effect last; takes away downloaded ones that have expired.
 *
 * @throws ArgumentError where one is no certificate, or not the one its serial number names
 */
export function trust(certs: Map<string, PublicKey>, certificates: PlatformCertificate[], now: number): void {
  for (const [serial, key] of certs) {
    if ((ends.get(key) ?? Infinity) <= now) certs.delete(serial)
  }
  const rank = ({ effectiveTime }: PlatformCertificate) => {
    const start = effectiveTime.getTime()
    return start <= now ? start : -Infinity
  }
  for (const { serial, expireTime, certificate } of certificates.toSorted((a, b) => rank(a) - rank(b))) {
    const name = `the certificate ${serial}`
    const { key, serial: own } = readPublicKey(name, certificate)
    if (own !== serial) throw new ArgumentError(name, `has the serial number ${own}`)
    const publicKey = createPublicKey(key)
    ends.set(publicKey, expireTime.getTime())
    certs.delete(serial)
    certs.set(serial, publicKey)
  }
}
