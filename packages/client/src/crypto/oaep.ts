import { ArgumentError } from '../errors/argument-error.ts'
import { DecryptionError } from '../errors/decryption-error.ts'
import { decodeBase64, encodeBase64 } from './base64.ts'
import { Encrypted } from './encrypted.ts'
import type { KeyMaterial } from './key-material.ts'
import type { PrivateKey } from './private-key.ts'
import type { PublicKey } from './public-key.ts'
import { importKey } from './rsa.ts'

/** RSAES-OAEP with MGF1, as APIv3 demands it for sensitive fields. */
const algorithm = { name: 'RSA-OAEP', hash: 'SHA-1' }

const imported = new WeakMap<KeyMaterial, Promise<CryptoKey>>()

/** Imported once for each key, not once for each text. */
function imports(name: string, format: 'pkcs8' | 'spki', material: KeyMaterial, use: KeyUsage): Promise<CryptoKey> {
  const key = imported.get(material) ?? importKey(name, format, material, algorithm, use)
  imported.set(material, key)
  return key
}

/**
 * Encrypts a text for WeChat Pay.
 *
 * @param serial whose key to use; by default a `PUB_KEY_ID_…`, or else the newest certificate
 * @throws ArgumentError where there is no such key, or the text is too long for it
 */
export async function encrypt(
  certs: ReadonlyMap<string, PublicKey>, text: string, serial?: string,
): Promise<Encrypted> {
  if (typeof text !== 'string') throw new ArgumentError('text', `only a string can be encrypted, this is of type ${typeof text}`)
  const serials = [...certs.keys()]
  const id = serial ?? serials.findLast(name => name.startsWith('PUB_KEY_ID_')) ?? serials.at(-1) ?? ''
  const certificate = certs.get(id)
  if (!certificate) throw new ArgumentError('serial', `${JSON.stringify(id)} is not among certs`)
  const key = await imports(`certs[${JSON.stringify(id)}]`, 'spki', certificate.material, 'encrypt')
  const bytes = new TextEncoder().encode(text)
  const limit = (key.algorithm as RsaHashedKeyAlgorithm).modulusLength / 8 - 42
  if (bytes.length > limit) throw new ArgumentError('text', `has ${bytes.length} bytes; this key encrypts ${limit} at most`)
  return new Encrypted(id, encodeBase64(new Uint8Array(await crypto.subtle.encrypt(algorithm, key, bytes))))
}

/**
 * Decrypts a text that WeChat Pay encrypted for the merchant.
 *
 * @throws DecryptionError where it was encrypted for another key
 */
export async function decrypt({ material }: PrivateKey, ciphertext: string): Promise<string> {
  const bytes = decodeBase64(ciphertext)
  if (!bytes) throw new DecryptionError('the ciphertext is not base64')
  const key = await imports('privateKey', 'pkcs8', material, 'decrypt')
  const text = await crypto.subtle.decrypt(algorithm, key, bytes).catch((cause: unknown) => {
    throw new DecryptionError('the ciphertext is not for this private key', { cause })
  })
  return new TextDecoder().decode(text)
}
