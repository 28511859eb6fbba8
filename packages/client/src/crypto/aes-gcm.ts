import { ArgumentError } from '../errors/argument-error.ts'
import { DecryptionError } from '../errors/decryption-error.ts'
import { encodeUtf8 } from '../utf8.ts'
import { decodeBase64, encodeBase64 } from './base64.ts'

/** The parameters of APIv3's `AEAD_AES_256_GCM`, as text. */
export interface AesGcmParameters {
  /** APIv3 key, 32 bytes. */
  key: string
  /** 12 bytes; comes with the ciphertext. */
  nonce: string
  /** Comes with the ciphertext; may be empty. */
  associatedData: string
}

/**
 * Encrypts text; returns base64 with the authentication tag at its end.
 *
 * @throws ArgumentError if the key does not have 32 bytes
 */
export async function encryptAesGcm(
  { plaintext, ...parameters }: AesGcmParameters & { plaintext: string },
): Promise<string> {
  const key = await importAesKey(parameters.key, 'encrypt')
  const bytes = await crypto.subtle.encrypt(algorithmOf(parameters), key, encodeUtf8(plaintext))
  return encodeBase64(new Uint8Array(bytes))
}

/**
 * Decrypts base64 to text after checking the authentication tag at its end.
 *
 * @throws DecryptionError if the tag is wrong: another key, nonce or associated data, or a changed ciphertext
 * @throws ArgumentError if the key does not have 32 bytes
 */
export async function decryptAesGcm(
  { ciphertext, ...parameters }: AesGcmParameters & { ciphertext: string },
): Promise<string> {
  const key = await importAesKey(parameters.key, 'decrypt')
  const bytes = decodeBase64(ciphertext)
  if (!bytes) throw new DecryptionError('the ciphertext is not base64')
  const plain = await crypto.subtle.decrypt(algorithmOf(parameters), key, bytes).catch((cause: unknown) => {
    throw new DecryptionError('the ciphertext does not match its key, nonce and associated data', { cause })
  })
  return new TextDecoder().decode(plain)
}

async function importAesKey(key: string, use: KeyUsage): Promise<CryptoKey> {
  const bytes = encodeUtf8(key)
  if (bytes.length !== 32) throw new ArgumentError('key', `expected an APIv3 key of 32 bytes, got ${bytes.length}`)
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, [use])
}

const algorithmOf = ({ nonce, associatedData }: AesGcmParameters) =>
  ({ name: 'AES-GCM', iv: encodeUtf8(nonce), additionalData: encodeUtf8(associatedData) })
