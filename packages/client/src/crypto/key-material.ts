import type { Bytes } from './der.ts'

/** A key as it is used: DER bytes as WebCrypto takes them, or a `CryptoKey`, which need not give its bytes away. */
export type KeyMaterial = Bytes | CryptoKey

/** Whether a key is one of WebCrypto's. */
export const isCryptoKey = (key: unknown): key is CryptoKey =>
  Object.prototype.toString.call(key) === '[object CryptoKey]'
