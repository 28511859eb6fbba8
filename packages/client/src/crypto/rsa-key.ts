import { type Bytes, type DerElement, readDer, Tag, writeDer } from './der.ts'

/** The numbers of an RSA public key. */
export interface RsaPublicNumbers { n: bigint, e: bigint }

/** The numbers of an RSA private key that signing needs. */
export interface RsaPrivateNumbers { n: bigint, d: bigint }

const rsaEncryption = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1]
const algorithmIdentifier = writeDer(Tag.sequence, writeDer(Tag.oid, rsaEncryption), [5, 0])

/**
 * Reads an RSA private key in PKCS#8 (RFC 5958).
 *
 * @throws RangeError where the bytes are none
 */
export function readPrivateNumbers(pkcs8: Bytes): RsaPrivateNumbers {
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
export function readPublicNumbers(spki: Bytes): RsaPublicNumbers {
  const [algorithm, key] = fields(only(spki))
  assertRsa(algorithm)
  // The first byte of a BIT STRING counts its unused bits.
  const [n, e] = fields(only(expect(key, Tag.bitString).content.subarray(1)))
  return { n: integer(n), e: integer(e) }
}

/** Puts an RSA private key in PKCS#1 (RFC 8017, A.1.2) into PKCS#8. */
export const wrapPrivate = (pkcs1: Bytes) =>
  writeDer(Tag.sequence, [Tag.integer, 1, 0], algorithmIdentifier, writeDer(Tag.octetString, pkcs1))

/** Puts an RSA public key in PKCS#1 (RFC 8017, A.1.1) into SubjectPublicKeyInfo. */
export const wrapPublic = (pkcs1: Bytes) =>
  writeDer(Tag.sequence, algorithmIdentifier, writeDer(Tag.bitString, [0], pkcs1))

/** What keys and certificates are made of tells them apart: the tags of their outermost members. */
const shapes: Record<string, KeyKind> = {
  '2,48,4': 'PKCS#8', '2,2,2,2,2,2,2,2,2': 'PKCS#1 private', '48,4': 'encrypted',
  '48,3': 'SPKI', '2,2': 'PKCS#1 public', '48,48,3': 'certificate',
}

/** The forms in which keys come. */
export type KeyKind = 'PKCS#8' | 'PKCS#1 private' | 'encrypted' | 'SPKI' | 'PKCS#1 public' | 'certificate'

/**
 * Tells what DER bytes hold.
 *
 * @throws RangeError where the bytes are no DER, or hold something else
 */
export function keyKindOf(der: Bytes): KeyKind {
  const tags = fields(only(der)).map(({ tag }) => tag).filter(tag => tag < Tag.version)
  const kind = shapes[tags.join()]
  if (!kind) throw new RangeError('the key is not an RSA key')
  return kind
}

/**
 * Takes the SubjectPublicKeyInfo and the serial number out of an X.509 certificate (RFC 5280, 4.1).
 *
 * @throws RangeError where the bytes are no certificate
 */
export function readCertificate(certificate: Bytes): { spki: Bytes, serial: string } {
  const [toBeSigned] = fields(only(certificate))
  const members = fields(expect(toBeSigned, Tag.sequence))
  // Certificates of version 1 leave the version out.
  if (members[0]?.tag === Tag.version) members.shift()
  const serial = hex(expect(members[0], Tag.integer).content).replace(/^00/, '').toUpperCase()
  return { spki: expect(members[5], Tag.sequence).bytes, serial }
}

const fields = (element: DerElement) => readDer(expect(element, Tag.sequence).content)

function only(bytes: Bytes): DerElement {
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
  if (expect(oid, Tag.oid).content.join() !== rsaEncryption.join()) throw new RangeError('the key is not an RSA key')
}

const integer = (element: DerElement | undefined) => BigInt(`0x0${hex(expect(element, Tag.integer).content)}`)

const hex = (bytes: Uint8Array) => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
