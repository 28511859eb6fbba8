import { decryptAesGcm } from '../crypto/aes-gcm.ts'
import type { PublicKey } from '../crypto/public-key.ts'
import { ArgumentError } from '../errors/argument-error.ts'
import { isWxpayError } from '../errors/guards.ts'
import type { Settings } from '../settings.ts'
import { createSendAsync } from '../transport/send-async.ts'
import { type PlatformCertificate, trust } from './trust.ts'

/** The response of `/v3/certificates`. */
interface Certificates {
  data: {
    serial_no: string
    effective_time: string
    expire_time: string
    encrypt_certificate: { nonce: string, associated_data: string, ciphertext: string }
  }[]
}

/**
 * Downloads WeChat Pay's certificates and trusts them.
 *
 * A client that trusts no key yet checks the response with the certificates in it: only WeChat Pay and the merchant
 * know the `secret` that they are encrypted with.
 *
 * @throws ArgumentError if the client has no `secret`
 * @throws DecryptionError if a certificate is encrypted with another `secret`
 * @throws SignatureError if the signature of the response is missing or wrong
 */
export async function downloadCertificates(settings: Settings): Promise<PlatformCertificate[]> {
  const { secret, certs, now } = settings
  if (secret === undefined) throw new ArgumentError('secret', 'missing; certificates are encrypted with it')
  const bootstrap = certs.size === 0
  const trusted = bootstrap ? new Map<string, PublicKey>() : certs
  let unreadable: unknown
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const response = await settings.fetch(input, init)
    if (!bootstrap || !response.ok) return response
    try {
      trust(trusted, await decryptAll(await response.clone().json(), secret), now())
    } catch (error) {
      unreadable = error
    }
    return response
  }
  const send = createSendAsync({ ...settings, certs: trusted, fetch })
  const response = await send('GET', '/v3/certificates', {}).catch((error: unknown) => {
    // A wrong secret is the cause of the unknown certificate, so it is the better error.
    throw isWxpayError(unreadable) ? unreadable : error
  })
  const certificates = await decryptAll(await response.json(), secret)
  trust(certs, certificates, now())
  return certificates
}

const decryptAll = ({ data }: Certificates, secret: string) => Promise.all(data.map(
  async ({ serial_no, effective_time, expire_time, encrypt_certificate }): Promise<PlatformCertificate> => ({
    serial: serial_no,
    effectiveTime: new Date(effective_time),
    expireTime: new Date(expire_time),
    certificate: await decryptAesGcm({
      key: secret,
      nonce: encrypt_certificate.nonce,
      associatedData: encrypt_certificate.associated_data,
      ciphertext: encrypt_certificate.ciphertext,
    }),
  })))
