import { type DerElement, readDer, Tag } from './der.ts'

/** The numbers of an RSA public key. */
export interface RsaPublicNumbers { n: bigint, e: bigint }

/** The numbers of an RSA private key that signing needs. */
export interface RsaPrivateNumbers { n: bigint, d: bigint }

const rsaEncryption = '2a864886f70d010101'

/**
 * Reads an RSA private key in PKCS#8 (RFC 5958).
 *
 * @throws RangeError where the bytes are none
 */
export function readPrivateNumbers(pkcs8: Uint8Array<ArrayBuffer>): RsaPrivateNumbers {
  const [, algorithm, key] = fields(only(pkcs8))
  assertRsa(algorithm)
  const [, n, , d] = fields(only(expect(key, Tag.octetString).content))
  return { n: integer(n), d: integer(d) }
}

/**
 * Reads an RSA public key in SubjectPublicKeyInfo (RFC 5280, 4.1.2.7).
 *
 * @throws RangeError where the bytes are none
 */
export function readPublicNumbers(spki: Uint8Array<ArrayBuffer>): RsaPublicNumbers {
  const [algorithm, key] = fields(only(spki))
  assertRsa(algorithm)
  // The first byte of a BIT STRING counts its unused bits.
  const [n, e] = fields(only(expect(key, Tag.bitString).content.subarray(1)))
  return { n: integer(n), e: integer(e) }
}

/**
 * Takes the SubjectPublicKeyInfo out of an X.509 certificate (RFC 5280, 4.1).
 *
 * @throws RangeError where the bytes are no certificate
 */
export function publicKeyOf(certificate: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const [toBeSigned] = fields(only(certificate))
  const [first, ...rest] = fields(expect(toBeSigned, Tag.sequence))
  // Certificates of version 1 leave the version out.
  const key = first?.tag === Tag.version ? rest[5] : rest[4]
  return expect(key, Tag.sequence).bytes
}

const fields = (element: DerElement) => readDer(expect(element, Tag.sequence).content)

function only(bytes: Uint8Array<ArrayBuffer>): DerElement {
  const [element, surplus] = readDer(bytes)
  if (!element || surplus) throw new RangeError('DER holds more or less than one element')
  return element
}

function expect(element: DerElement | undefined, tag: number): DerElement {
  if (element?.tag !== tag) throw new RangeError('DER holds another structure')
  return element
}

function assertRsa(algorithm: DerElement | undefined): void {
  const [oid] = fields(expect(algorithm, Tag.sequence))
  if (hex(expect(oid, Tag.oid).content) !== rsaEncryption) throw new RangeError('the key is not an RSA key')
}

const integer = (element: DerElement | undefined) => BigInt(`0x0${hex(expect(element, Tag.integer).content)}`)

const hex = (bytes: Uint8Array) => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
