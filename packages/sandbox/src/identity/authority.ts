import { AsnConvert } from '@peculiar/asn1-schema'
import { Certificate } from '@peculiar/asn1-x509'
import { createCertificate, type KeyAndCertificate, rsa, type Subject } from './certificate.ts'
import { authorityExtensions, serverExtensions } from './extensions.ts'
import { derOf } from './keys.ts'

/** The private key and the certificate of an authority or of a server, in PEM. */
export type Credentials = Pick<KeyAndCertificate, 'privateKey' | 'certificate'>

const name = { commonName: 'wxpay-live sandbox CA', organization: 'wxpay-live sandbox' }

/** Days for which a server's certificate is valid: more than 398 are refused by Apple's TLS. */
const serverDays = 397

/**
 * Creates an authority that may certify only the given hosts, valid for five years.
 *
 * @param now the start of its validity, in milliseconds since the epoch
 */
export function createAuthority(hosts: string[], now: number): Promise<Credentials> {
  const subject = { ...name, ...validity(now, 5 * 365) }
  return createCertificate(subject, { extensionsOf: authorityExtensions(hosts) })
}

/** Creates a certificate for the hosts, signed by the authority. */
export async function certify(hosts: string[], authority: Credentials, now: number): Promise<Credentials> {
  const { tbsCertificate } = AsnConvert.parse(derOf(authority.certificate), Certificate)
  const privateKey = await crypto.subtle.importKey('pkcs8', derOf(authority.privateKey), rsa, false, ['sign'])
  const subject: Subject = { ...name, commonName: hosts[0]!, ...validity(now, serverDays) }
  return createCertificate(subject, {
    issuer: { subject: { ...subject, ...name }, privateKey },
    extensionsOf: serverExtensions(hosts, tbsCertificate.subjectPublicKeyInfo),
  })
}

const day = 86_400_000

/** From a day ago, for machines whose clocks differ; certificates have no fractions of a second. */
function validity(now: number, days: number): Pick<Subject, 'notBefore' | 'notAfter'> {
  const start = Math.floor(now / 1000) * 1000 - day
  return { notBefore: new Date(start), notAfter: new Date(start + days * day) }
}
