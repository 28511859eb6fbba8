import { randomText } from '../values/random-text.ts'
import { beijingTime } from '../values/beijing-time.ts'
import { createCertificate } from './certificate.ts'
import type { Identity } from './identity.ts'

export interface IdentityOptions {
  /** Returns the start of the certificates' validity, in milliseconds since the epoch. @default Date.now */
  now?: () => number
  /** Merchant id. @default '1900000109' */
  mchid?: string
}

/** Years for which the certificates are valid. */
const years = 5

/** The same in every sandbox, so that programs of the reference can sign with it in any of them. */
const apiv2Key = 'wxpayLiveSandboxApiv2KeyForTests'

/** Creates a merchant and a platform with new keys and certificates, valid for five years. */
export async function createIdentity(
  { now = Date.now, mchid = '1900000109' }: IdentityOptions = {},
): Promise<Identity> {
  // Certificates have no fractions of a second.
  const notBefore = new Date(Math.floor(now() / 1000) * 1000)
  const notAfter = new Date(notBefore)
  notAfter.setUTCFullYear(notBefore.getUTCFullYear() + years)
  const validity = { organization: 'wxpay-live sandbox', notBefore, notAfter }
  const create = (commonName: string) => createCertificate({ commonName, ...validity })
  const [merchant, platform, next] = await Promise.all([create(mchid), create('Platform'), create('Platform')])
  const effectiveTime = beijingTime(notBefore.getTime())
  const expireTime = beijingTime(notAfter.getTime())
  const times = { effectiveTime, expireTime }
  const digits = effectiveTime.replace(/\D/g, '')
  return {
    mchid,
    serial: merchant.serial,
    privateKey: merchant.privateKey,
    certificate: merchant.certificate,
    platform: { ...platform, ...times, publicKeyId: `PUB_KEY_ID_01${mchid}${digits.slice(0, 14)}` },
    nextPlatform: { ...next, ...times, publicKeyId: `PUB_KEY_ID_02${mchid}${digits.slice(0, 14)}` },
    secret: randomText(32),
    apiv2Key,
  }
}
