import { createHash as createNodeHash, createPrivateKey, createPublicKey, KeyObject, sign, verify } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { createSyncFn } from 'synckit'
import { decodeCanonicalBase64 } from '../../crypto/base64.ts'
import { isCryptoKey, type KeyMaterial } from '../../crypto/key-input.ts'
import { lazy } from '../../lazy.ts'
import type { FetchSync, RawResponse } from '../../options.ts'
import type { Hash } from '../../crypto/platform/hash.ts'

export { exportKey } from '../../crypto/export-key.ts'

// The worker lies beside this file, as .ts or, once published, as .js.
const worker = lazy(() => createSyncFn<FetchInWorker>(new URL(import.meta.url.replace(/(\.\w+)$/, '-worker$1'))))

/** What the worker answers: a failure as its reasons and code, since an error loses its cause between threads. */
export type FetchInWorker = (request: Parameters<FetchSync>[0]) =>
Promise<RawResponse | { failure: string, code: string | undefined }>

/** Sends with `fetch` in a worker thread, one for the whole process, and blocks until the answer is there. */
export const fetchSync: FetchSync = (request) => {
  const answer = worker()(request)
  if ('failure' in answer) throw Object.assign(new Error(answer.failure), { code: answer.code })
  return answer
}

/** Blocks for so many milliseconds. */
export function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

/** Starts a digest: SHA-1, SHA-256 or SM3. */
export function createHash(type: string): Hash {
  const hash = createNodeHash(type)
  return { update: chunk => void hash.update(chunk), hex: () => hash.digest('hex') }
}

/** Unpacks gzip. */
export const gunzip = (packed: Uint8Array): Uint8Array => gunzipSync(packed)

/** Makes a function that signs with RSASSA-PKCS1-v1_5 and SHA-256; it answers base64. */
export function createSigner(pkcs8: KeyMaterial) {
  const key = isCryptoKey(pkcs8)
    ? KeyObject.from(pkcs8)
    : createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
  return (message: string): string => sign('sha256', Buffer.from(message), key).toString('base64')
}

/** Makes a function that tells whether a base64 signature is that of the message. */
export function createVerifier(spki: KeyMaterial) {
  const key = isCryptoKey(spki)
    ? KeyObject.from(spki)
    : createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  return (message: string, signature: string): boolean => {
    const bytes = decodeCanonicalBase64(signature)
    return bytes !== undefined && verify('sha256', Buffer.from(message), key, bytes)
  }
}
