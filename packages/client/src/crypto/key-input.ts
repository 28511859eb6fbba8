import { kindOf } from '../access/encode.ts'
import { ArgumentError } from '../errors/argument-error.ts'
import type { Bytes } from './der.ts'
import { readJwk } from './jwk.ts'
import { encryptedKey, readPem } from './pem.ts'
import {
  type KeyKind, keyKindOf, readCertificate, readPrivateNumbers, readPublicNumbers, wrapPrivate, wrapPublic,
} from './rsa-key.ts'

/** A key as people have it: PEM, DER, Node's `KeyObject` or `X509Certificate`, a `CryptoKey`, or a JSON Web Key. */
export type KeyInput
  = string | Uint8Array | ArrayBuffer | CryptoKey | JsonWebKey | NodeKey | { raw: Uint8Array }

/** What is used of Node's `KeyObject`. */
export interface NodeKey {
  type: string
  export: (options: { format: 'der', type: 'pkcs8' | 'spki' }) => Uint8Array
}

/** A key as it is used: its DER bytes, or a `CryptoKey`, which need not give its bytes away. */
export type KeyMaterial = Bytes | CryptoKey

const article: Record<KeyKind, string> = {
  'PKCS#8': 'a private key', 'PKCS#1 private': 'a private key', 'SPKI': 'a public key',
  'PKCS#1 public': 'a public key', 'certificate': 'a certificate', 'encrypted': 'an encrypted key',
}

/**
 * Reads an RSA private key; answers PKCS#8.
 *
 * @param name how the caller calls the key, for the error
 * @throws ArgumentError telling what was given instead, never its content
 */
export function readPrivateKey(name: string, input: unknown): KeyMaterial {
  const key = open(name, input)
  if (isCryptoKey(key)) return checkUse(name, key, 'sign')
  return checked(name, () => {
    const kind = keyKindOf(key)
    if (kind === 'encrypted') throw new ArgumentError(name, encryptedKey)
    const pkcs8 = kind === 'PKCS#8' ? key : kind === 'PKCS#1 private' ? wrapPrivate(key) : undefined
    if (!pkcs8) throw new ArgumentError(name, `is ${article[kind]}; expected a private key`)
    readPrivateNumbers(pkcs8)
    return pkcs8
  })
}

/**
 * Reads an RSA public key or a certificate; answers SubjectPublicKeyInfo, and the serial number of a certificate.
 *
 * @param name how the caller calls the key, for the error
 * @throws ArgumentError telling what was given instead, never its content
 */
export function readPublicKey(name: string, input: unknown): { key: KeyMaterial, serial?: string } {
  const key = open(name, input)
  if (isCryptoKey(key)) return { key: checkUse(name, key, 'verify') }
  return checked(name, () => {
    const { spki, ...serial } = publicPart(name, key)
    readPublicNumbers(spki)
    return { key: spki, ...serial }
  })
}

function publicPart(name: string, der: Bytes): { spki: Bytes, serial?: string } {
  const kind = keyKindOf(der)
  switch (kind) {
    case 'certificate': return readCertificate(der)
    case 'SPKI': return { spki: der }
    case 'PKCS#1 public': return { spki: wrapPublic(der) }
    default: throw new ArgumentError(name, `is ${article[kind]}; expected a certificate or a public key`)
  }
}

/** Whether a key is one of WebCrypto's. */
export const isCryptoKey = (key: unknown): key is CryptoKey =>
  Object.prototype.toString.call(key) === '[object CryptoKey]'

/** The bytes of whatever the key came as. */
function open(name: string, input: unknown): KeyMaterial {
  if (typeof input === 'string') return readPem(name, input)
  if (isCryptoKey(input)) return input
  if (input instanceof ArrayBuffer) return open(name, new Uint8Array(input))
  if (input instanceof Uint8Array) {
    // Files are often read without a word about their encoding.
    return input[0] === 0x30 ? Uint8Array.from(input) : readPem(name, new TextDecoder().decode(input))
  }
  const key = Object(input) as Partial<NodeKey & { raw: Uint8Array } & JsonWebKey>
  if (key.raw instanceof Uint8Array) return Uint8Array.from(key.raw)
  if (typeof key.export === 'function' && key.type !== 'secret') {
    return Uint8Array.from(key.export({ format: 'der', type: key.type === 'private' ? 'pkcs8' : 'spki' }))
  }
  if ('kty' in key) return readJwk(name, key)
  throw new ArgumentError(name, `expected a key: PEM, DER, KeyObject, CryptoKey or JSON Web Key; got ${kindOf(input)}`)
}

function checkUse(name: string, key: CryptoKey, use: 'sign' | 'verify'): CryptoKey {
  const { name: algorithm, hash } = key.algorithm as RsaHashedKeyAlgorithm
  if (key.usages.includes(use) && algorithm === 'RSASSA-PKCS1-v1_5' && hash.name === 'SHA-256') return key
  throw new ArgumentError(name, `expected a CryptoKey to ${use} with RSASSA-PKCS1-v1_5 and SHA-256`)
}

function checked<T>(name: string, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new ArgumentError(name, `holds no usable RSA key: ${cause.message}`, { cause })
  }
}
