import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { createSyncFn } from 'synckit'
import { decodeCanonicalBase64 } from '../crypto/base64.ts'
import { lazy } from '../lazy.ts'
import type { FetchSync, RawResponse } from '../options.ts'

const worker = lazy(() => createSyncFn<FetchInWorker>(new URL('./node-worker.ts', import.meta.url)))

/** What the worker answers: a failure as its reasons, since an error loses its cause between threads. */
export type FetchInWorker = (request: Parameters<FetchSync>[0]) => Promise<RawResponse | { failure: string }>

/** Sends with `fetch` in a worker thread, one for the whole process, and blocks until the answer is there. */
export const fetchSync: FetchSync = ({ method, url, headers, body }) => {
  const answer = worker()({ method, url, headers, body })
  if ('failure' in answer) throw new Error(answer.failure)
  return answer
}

/** Makes a function that signs with RSASSA-PKCS1-v1_5 and SHA-256; it answers base64. */
export function createSigner(pkcs8: Uint8Array<ArrayBuffer>) {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
  return (message: string): string => sign('sha256', Buffer.from(message), key).toString('base64')
}

/** Makes a function that tells whether a base64 signature is that of the message. */
export function createVerifier(spki: Uint8Array<ArrayBuffer>) {
  const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  return (message: string, signature: string): boolean => {
    const bytes = decodeCanonicalBase64(signature)
    return bytes !== undefined && verify('sha256', Buffer.from(message), key, bytes)
  }
}
