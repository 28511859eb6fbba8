import type { KeyMaterial } from '../key-material.ts'
import type { Hash } from './hash.ts'

/** The synchronous cryptography of a platform, which `node.ts` and `browser.ts` both export. */
export interface CryptoPlatform {
  /**
   * Starts a digest: `sha1` or `sha256`, in Node also `sm3`.
   *
   * @throws ArgumentError if the platform does not have it
   */
  createHash: (type: string) => Hash
  /**
   * Unpacks gzip.
   *
   * @throws ArgumentError in a browser, which can unpack it only asynchronously
   */
  gunzip: (packed: Uint8Array) => Uint8Array
  /** Makes a function that signs with RSASSA-PKCS1-v1_5 and SHA-256 and returns base64. */
  createSigner: (pkcs8: KeyMaterial) => (message: string) => string
  /** Makes a function that verifies a base64 signature of a message. */
  createVerifier: (spki: KeyMaterial) => (message: string, signature: string) => boolean
}
