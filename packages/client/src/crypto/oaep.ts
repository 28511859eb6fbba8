import { kindOf } from '../arguments.ts'
import { ArgumentError } from '../errors/argument-error.ts'
import { DecryptionError } from '../errors/decryption-error.ts'
import { encodeUtf8 } from '../utf8.ts'
import { decodeBase64, encodeBase64 } from './base64.ts'
import { Encrypted } from './encrypted.ts'
import type { KeyMaterial } from './key-material.ts'
import type { PrivateKey } from './private-key.ts'
import type { PublicKey } from './public-key.ts'
import { importKey } from './rsa.ts'

/** RSAES-OAEP with MGF1, which APIv3 requires for sensitive fields. */
const algorithm = { name: 'RSA-OAEP', hash: 'SHA-1' }

const imported = new WeakMap<KeyMaterial, Promise<CryptoKey>>()

/** Imports each key once, not for each text. */
function imports(name: string, format: 'pkcs8' | 'spki', material: KeyMaterial, use: KeyUsage): Promise<CryptoKey> {
  const key = imported.get(material) ?? importKey(name, format, material, algorithm, use)
  imported.set(material, key)
  return key
}

/**
 * Encrypts a text for WeChat Pay.
 *
 * @param serial names the key; by default a `PUB_KEY_ID_…`, else the newest certificate
 * @throws ArgumentError if the key is unknown, or the text is too long for it
 */
export async function encrypt(
  { certs }: { certs: ReadonlyMap<string, PublicKey> }, text: string, serial?: string,
): Promise<Encrypted> {
  if (typeof text !== 'string') throw new ArgumentError('text', `expected a string, got ${kindOf(text)}`)
  const serials = [...certs.keys()]
  const id = serial ?? serials.findLast(name => name.startsWith('PUB_KEY_ID_')) ?? serials.at(-1) ?? ''
  const certificate = certs.get(id)
  if (!certificate) throw new ArgumentError('serial', `${JSON.stringify(id)} is not in certs`)
  const key = await imports(`certs[${JSON.stringify(id)}]`, 'spki', certificate.material, 'encrypt')
  const bytes = encodeUtf8(text)
  const limit = (key.algorithm as RsaHashedKeyAlgorithm).modulusLength / 8 - 42
  if (bytes.length > limit) throw new ArgumentError('text', `has ${bytes.length} bytes; this key encrypts at most ${limit}`)
  return new Encrypted(id, encodeBase64(new Uint8Array(await crypto.subtle.encrypt(algorithm, key, bytes))))
}

/**
 * Decrypts a text that WeChat Pay encrypted for the merchant.
 *
 * @throws DecryptionError if it was encrypted for another key
 */
export async function decrypt(
  { privateKey }: { privateKey: PrivateKey }, ciphertext: string,
): Promise<string> {
  const bytes = decodeBase64(ciphertext)
  if (!bytes) throw new DecryptionError('the ciphertext is not base64')
  const key = await imports('privateKey', 'pkcs8', privateKey.material, 'decrypt')
  const text = await crypto.subtle.decrypt(algorithm, key, bytes).catch((cause: unknown) => {
    throw new DecryptionError('the ciphertext is not for this private key', { cause })
  })
  return new TextDecoder().decode(text)
}
