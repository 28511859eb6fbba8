import { ArgumentError } from '../errors/argument-error.ts'
import { DecryptionError } from '../errors/decryption-error.ts'
import { decodeBase64, encodeBase64 } from './base64.ts'

/** What APIv3 calls `AEAD_AES_256_GCM`: key, nonce and associated data, all as text. */
export interface AesGcmParameters {
  /** APIv3 key, 32 bytes. */
  key: string
  /** As it stands beside the ciphertext; 12 bytes. */
  nonce: string
  /** As it stands beside the ciphertext; may be empty. */
  associatedData: string
}

const utf8 = new TextEncoder()

/**
 * Encrypts text; answers base64 with the authentication tag at its end.
 *
 * @throws ArgumentError where the key has not 32 bytes
 */
export async function encryptAesGcm(
  { plaintext, ...parameters }: AesGcmParameters & { plaintext: string },
): Promise<string> {
  const key = await importAesKey(parameters.key, 'encrypt')
  const bytes = await crypto.subtle.encrypt(algorithmOf(parameters), key, utf8.encode(plaintext))
  return encodeBase64(new Uint8Array(bytes))
}

/**
 * Decrypts base64 to text after checking the authentication tag at its end.
 *
 * @throws DecryptionError where the tag does not fit: another key, nonce or associated data, or a changed ciphertext
 * @throws ArgumentError where the key has not 32 bytes
 */
export async function decryptAesGcm(
  { ciphertext, ...parameters }: AesGcmParameters & { ciphertext: string },
): Promise<string> {
  const key = await importAesKey(parameters.key, 'decrypt')
  const bytes = decodeBase64(ciphertext)
  if (!bytes) throw new DecryptionError('the ciphertext is not base64')
  const plain = await crypto.subtle.decrypt(algorithmOf(parameters), key, bytes).catch((cause: unknown) => {
    throw new DecryptionError('the ciphertext does not fit its key, nonce and associated data', { cause })
  })
  return new TextDecoder().decode(plain)
}

async function importAesKey(key: string, use: KeyUsage): Promise<CryptoKey> {
  const bytes = utf8.encode(key)
  if (bytes.length !== 32) throw new ArgumentError('key', `an APIv3 key has 32 bytes, this has ${bytes.length}`)
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, [use])
}

const algorithmOf = ({ nonce, associatedData }: AesGcmParameters) =>
  ({ name: 'AES-GCM', iv: utf8.encode(nonce), additionalData: utf8.encode(associatedData) })
