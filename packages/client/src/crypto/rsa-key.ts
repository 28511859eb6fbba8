import { encodeHex } from '../hex.ts'
import { type Bytes, type DerElement, readDer, Tag, writeDer } from './der.ts'

/** The numbers of an RSA public key. */
export interface RsaPublicNumbers { n: bigint, e: bigint }

/** The numbers of an RSA private key that signing needs. */
export interface RsaPrivateNumbers { n: bigint, d: bigint }

/** An RSA key without its wrapping. */
export interface RsaKey {
  kind: 'private key' | 'public key' | 'certificate'
  /** PKCS#1 (RFC 8017, A.1) */
  pkcs1: Bytes
  /** Serial number of the certificate that contains the key, in hexadecimal. */
  serial?: string
}

const rsaEncryption = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1]
const algorithmIdentifier = writeDer(Tag.sequence, writeDer(Tag.oid, rsaEncryption), [5, 0])

/**
 * Reads an RSA key from PKCS#1, PKCS#8 (RFC 5958), SubjectPublicKeyInfo or an X.509 certificate (RFC 5280, 4.1), which
 * differ in the tags of their outermost members; `undefined` if it is encrypted.
 *
 * @throws RangeError if the bytes do not contain an RSA key
 */
export function readRsaKey(der: Bytes): RsaKey | undefined {
  // Optional members at the end have higher tags.
  const members = fields(only(der)).filter(({ tag }) => tag < Tag.version)
  const [first, second, third] = members
  switch (members.map(({ tag }) => tag).join()) {
    case '2,2,2,2,2,2,2,2,2': return { kind: 'private key', pkcs1: der }
    case '2,2': return { kind: 'public key', pkcs1: der }
    case '2,48,4': return inside(second, third!.content)
    // The first byte of a BIT STRING counts its unused bits.
    case '48,3': return inside(first, second!.content.subarray(1))
    case '48,48,3': return readCertificate(first!)
    case '48,4': return undefined
    default: throw new RangeError('the key is not an RSA key')
  }
}

/** Writes a key for WebCrypto: a private key as PKCS#8, a public key as SubjectPublicKeyInfo. */
export function wrapRsaKey({ kind, pkcs1 }: RsaKey): Bytes {
  return kind === 'private key'
    ? writeDer(Tag.sequence, [Tag.integer, 1, 0], algorithmIdentifier, writeDer(Tag.octetString, pkcs1))
    : writeDer(Tag.sequence, algorithmIdentifier, writeDer(Tag.bitString, [0], pkcs1))
}

/** The modulus of a key in hexadecimal; the same for both keys of a pair. */
export function modulusOf({ kind, pkcs1 }: RsaKey): string {
  return encodeHex(fields(only(pkcs1))[kind === 'private key' ? 1 : 0]!.content)
}

/**
 * Reads the numbers of an RSA private key.
 *
 * @throws RangeError if the bytes are not an RSA key
 */
export function readPrivateNumbers(der: Bytes): RsaPrivateNumbers {
  const [, n, , d] = numbersOf(der, 'private key')
  return { n: n!, d: d! }
}

/**
 * Reads the numbers of an RSA public key.
 *
 * @throws RangeError if the bytes are not an RSA key
 */
export function readPublicNumbers(der: Bytes): RsaPublicNumbers {
  const [n, e] = numbersOf(der, 'public key')
  return { n: n!, e: e! }
}

function numbersOf(der: Bytes, kind: RsaKey['kind']): bigint[] {
  const key = readRsaKey(der)
  if (key?.kind !== kind) throw new RangeError(`DER is not a ${kind}`)
  return fields(only(key.pkcs1)).map(({ content }) => BigInt(`0x0${encodeHex(content)}`))
}

function inside(algorithm: DerElement | undefined, pkcs1: Bytes): RsaKey | undefined {
  const [oid] = fields(algorithm)
  if (oid?.content.join() !== rsaEncryption.join()) throw new RangeError('the key is not an RSA key')
  return readRsaKey(pkcs1)
}

function readCertificate(toBeSigned: DerElement): RsaKey {
  const members = fields(toBeSigned)
  // Certificates of version 1 leave the version out.
  if (members[0]?.tag === Tag.version) members.shift()
  const [number, , , , , spki] = members
  const key = number && spki && readRsaKey(spki.bytes)
  if (key?.kind !== 'public key') throw new RangeError('DER has another structure')
  return { ...key, kind: 'certificate', serial: encodeHex(number!.content).replace(/^00/, '').toUpperCase() }
}

function only(bytes: Bytes): DerElement {
  const [element, surplus] = readDer(bytes)
  if (!element || surplus) throw new RangeError('DER is not one element')
  return element
}

function fields(element: DerElement | undefined): DerElement[] {
  if (element?.tag !== Tag.sequence) throw new RangeError('DER has another structure')
  return readDer(element.content)
}
