import { kindOf } from '../arguments.ts'
import { ArgumentError } from '../errors/argument-error.ts'
import type { Bytes } from './der.ts'
import { exportKey, type NodeKey } from './export-key.ts'
import { isCryptoKey, type KeyMaterial } from './key-material.ts'
import { readPem } from './pem.ts'
import { modulusOf, readRsaKey, type RsaKey, wrapRsaKey } from './rsa-key.ts'

/** A key in any common form: PEM, DER, Node's `KeyObject` or `X509Certificate`, a `CryptoKey`, or a JSON Web Key. */
export type KeyInput
  = string | Uint8Array | ArrayBuffer | CryptoKey | JsonWebKey | NodeKey | { raw: Uint8Array }

/** A key that was read. The modulus and serial number of a `CryptoKey` are unknown. */
export interface ReadKey {
  key: KeyMaterial
  /** In hexadecimal. */
  modulus?: string
  /** Of the certificate that contains the key, in hexadecimal. */
  serial?: string
}

/**
 * Reads an RSA private key; returns PKCS#8.
 *
 * @param name of the key in the error
 * @throws ArgumentError with the type of the input, without its content
 */
export const readPrivateKey = (name: string, input: unknown): ReadKey =>
  readKey(name, input, 'sign', ['private key'])

/**
 * Reads an RSA public key or a certificate; returns SubjectPublicKeyInfo, and the serial number of a certificate.
 *
 * @param name of the key in the error
 * @throws ArgumentError with the type of the input, without its content
 */
export const readPublicKey = (name: string, input: unknown): ReadKey =>
  readKey(name, input, 'verify', ['certificate', 'public key'])

function readKey(name: string, input: unknown, use: KeyUsage, wanted: RsaKey['kind'][]): ReadKey {
  if (isCryptoKey(input)) return { key: checkUse(name, input, use) }
  const rsa = unwrap(name, bytesOf(name, input))
  if (!rsa) throw new ArgumentError(name, 'the key is encrypted; decrypt it with "openssl pkey"')
  if (!wanted.includes(rsa.kind)) throw new ArgumentError(name, `is a ${rsa.kind}; expected a ${wanted.join(' or a ')}`)
  return { key: wrapRsaKey(rsa), modulus: modulusOf(rsa), ...rsa.serial && { serial: rsa.serial } }
}

function bytesOf(name: string, input: unknown): Bytes {
  if (typeof input === 'string') return readPem(name, input)
  if (input instanceof ArrayBuffer) return bytesOf(name, new Uint8Array(input))
  if (input instanceof Uint8Array) {
    // A PEM file that was read without an encoding.
    return input[0] === 0x30 ? Uint8Array.from(input) : readPem(name, new TextDecoder().decode(input))
  }
  const der = exportKey(name, Object(input) as object)
  if (der) return der
  throw new ArgumentError(name, `expected a key as PEM, DER, KeyObject, CryptoKey or JSON Web Key, got ${kindOf(input)}`)
}

function checkUse(name: string, key: CryptoKey, use: KeyUsage): CryptoKey {
  const { name: algorithm, hash } = key.algorithm as RsaHashedKeyAlgorithm
  if (key.usages.includes(use) && algorithm === 'RSASSA-PKCS1-v1_5' && hash.name === 'SHA-256') return key
  throw new ArgumentError(name, `expected a CryptoKey to ${use} with RSASSA-PKCS1-v1_5 and SHA-256`)
}

function unwrap(name: string, der: Bytes): RsaKey | undefined {
  try {
    return readRsaKey(der)
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new ArgumentError(name, `expected an RSA key: ${cause.message}`, { cause })
  }
}
