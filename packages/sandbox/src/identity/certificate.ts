import { AsnConvert } from '@peculiar/asn1-schema'
import {
  AlgorithmIdentifier, AttributeTypeAndValue, AttributeValue, Certificate, type Extension, Extensions, Name,
  RelativeDistinguishedName, SubjectPublicKeyInfo, TBSCertificate, Validity, Version,
} from '@peculiar/asn1-x509'
import { encodeBase64 } from '../values/base64.ts'
import { bytesToHex } from '../values/hex.ts'

/** The subject and the validity of a certificate. */
export interface Subject {
  commonName: string
  organization: string
  notBefore: Date
  notAfter: Date
}

/** A key pair and its self-signed certificate, in PEM. */
export interface KeyAndCertificate {
  /** 40 hexadecimal digits in upper case. */
  serial: string
  privateKey: string
  publicKey: string
  certificate: string
}

/** Who signs a certificate, and what it may be used for. */
export interface Issuance {
  /** The subject and the private key of the issuer. @default the certificate's own */
  issuer?: { subject: Subject, privateKey: CryptoKey }
  /** Returns the extensions of the certificate of a public key. @default none */
  extensionsOf?: (key: SubjectPublicKeyInfo) => Extension[] | Promise<Extension[]>
}

/** The algorithm of the certificates' keys and signatures. */
export const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
const algorithm = new AlgorithmIdentifier({ algorithm: '1.2.840.113549.1.1.11', parameters: null })

/** Creates an RSA-2048 key pair and an X.509 certificate for it, self-signed unless there is an issuer. */
export async function createCertificate(
  subject: Subject, { issuer, extensionsOf }: Issuance = {},
): Promise<KeyAndCertificate> {
  const keys = await crypto.subtle.generateKey(
    { ...rsa, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) }, true, ['sign', 'verify'],
  )
  const spki = await crypto.subtle.exportKey('spki', keys.publicKey)
  const serial = randomSerial()
  const subjectPublicKeyInfo = AsnConvert.parse(spki, SubjectPublicKeyInfo)
  const extensions = await extensionsOf?.(subjectPublicKeyInfo)
  const tbsCertificate = new TBSCertificate({
    version: Version.v3,
    serialNumber: serial.buffer,
    signature: algorithm,
    issuer: nameOf(issuer?.subject ?? subject),
    validity: new Validity(subject),
    subject: nameOf(subject),
    subjectPublicKeyInfo,
    ...extensions && { extensions: new Extensions(extensions) },
  })
  const signer = issuer?.privateKey ?? keys.privateKey
  const signatureValue = await crypto.subtle.sign(rsa, signer, AsnConvert.serialize(tbsCertificate))
  const certificate = new Certificate({ tbsCertificate, signatureAlgorithm: algorithm, signatureValue })
  return {
    serial: bytesToHex(serial).toUpperCase(),
    privateKey: pem('PRIVATE KEY', await crypto.subtle.exportKey('pkcs8', keys.privateKey)),
    publicKey: pem('PUBLIC KEY', spki),
    certificate: pem('CERTIFICATE', AsnConvert.serialize(certificate)),
  }
}

/** Returns 20 bytes. The first one starts with bits 01, so the number is positive and has 40 hexadecimal digits. */
function randomSerial(): Uint8Array<ArrayBuffer> {
  const serial = crypto.getRandomValues(new Uint8Array(20))
  serial[0] = 0x40 | serial[0]! & 0x3f
  return serial
}

function nameOf({ commonName, organization }: Subject): Name {
  const attributes = Object.entries({ '2.5.4.10': organization, '2.5.4.3': commonName })
  return new Name(attributes.map(([type, utf8String]) => new RelativeDistinguishedName([
    new AttributeTypeAndValue({ type, value: new AttributeValue({ utf8String }) }),
  ])))
}

function pem(label: string, der: ArrayBuffer): string {
  return `-----BEGIN ${label}-----\n${encodeBase64(new Uint8Array(der)).replace(/.{1,64}/g, '$&\n')}-----END ${label}-----\n`
}
