import type { Bytes } from './der.ts'

/** A key that can be imported: DER bytes, or a `CryptoKey`, which may not be extractable. */
export type KeyMaterial = Bytes | CryptoKey

/** Whether a value is a key of WebCrypto. */
export const isCryptoKey = (key: unknown): key is CryptoKey =>
  Object.prototype.toString.call(key) === '[object CryptoKey]'
