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

/** When downloaded keys expire, in milliseconds since the epoch. Keys from the options do not expire. */
const ends = new WeakMap<PublicKey, number>()

/**
 * Trusts certificates, the newest valid one last, and removes downloaded ones that have expired.
 *
 * @throws ArgumentError if one is not a certificate, or has another serial number than its name
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
