import { randomText } from '../random-text.ts'
import { beijingTime } from '../state/beijing-time.ts'
import { createCertificate } from './certificate.ts'
import type { Identity } from './identity.ts'

export interface IdentityOptions {
  /** The clock from which the certificates are valid, in milliseconds since the epoch. @default Date.now */
  now?: () => number
  /** Merchant id. @default '1900000109' */
  mchid?: string
}

const years = 5

/** Makes a merchant and a platform with new keys and certificates, valid for five years. */
export async function createIdentity(
  { now = Date.now, mchid = '1900000109' }: IdentityOptions = {},
): Promise<Identity> {
  // Certificates know no parts of a second.
  const notBefore = new Date(Math.floor(now() / 1000) * 1000)
  const notAfter = new Date(notBefore)
  notAfter.setUTCFullYear(notBefore.getUTCFullYear() + years)
  const validity = { organization: 'wxpay-live sandbox', notBefore, notAfter }
  const [merchant, platform] = await Promise.all([
    createCertificate({ commonName: mchid, ...validity }),
    createCertificate({ commonName: 'Platform', ...validity }),
  ])
  return {
    mchid,
    serial: merchant.serial,
    privateKey: merchant.privateKey,
    certificate: merchant.certificate,
    platform: {
      ...platform,
      effectiveTime: beijingTime(notBefore.getTime()),
      expireTime: beijingTime(notAfter.getTime()),
      publicKeyId: `PUB_KEY_ID_01${mchid}${beijingTime(notBefore.getTime()).replace(/\D/g, '').slice(0, 14)}`,
    },
    secret: randomText(32),
  }
}
