import { sha1 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { PKCS1_SHA256 } from 'micro-rsa-dsa-dh/rsa.js'
import { decodeCanonicalBase64, encodeBase64 } from '../../crypto/base64.ts'
import type { Bytes } from '../../crypto/der.ts'
import { isCryptoKey, type KeyMaterial } from '../../crypto/key-input.ts'
import { readPrivateNumbers, readPublicNumbers } from '../../crypto/rsa-key.ts'
import { ArgumentError } from '../../errors/argument-error.ts'
import type { FetchSync } from '../../options.ts'
import type { Hash } from '../../crypto/platform/hash.ts'

export { exportKey } from '../../crypto/export-key.ts'

const utf8 = new TextEncoder()

/** Sends with a synchronous XMLHttpRequest, which a dedicated worker has, and blocks until the answer is there. */
export const fetchSync: FetchSync = ({ method, url, headers, body, upload, timeout = Infinity }) => {
  if (typeof XMLHttpRequest === 'undefined') {
    throw new ArgumentError('fetchSync', 'this platform cannot wait for an answer; call what ends in Async')
  }
  const xhr = new XMLHttpRequest()
  xhr.open(method, url, false)
  xhr.responseType = 'arraybuffer'
  if (timeout !== Infinity) xhr.timeout = timeout
  for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value)
  // Bytes, since text would have a charset added to its Content-Type.
  xhr.send(upload ?? (body ? utf8.encode(body) : null))
  // No option keeps this API from following a redirect; its answer is at least not taken.
  const redirected = xhr.responseURL !== '' && xhr.responseURL !== url
  return {
    status: redirected ? 0 : xhr.status,
    headers: parseHeaders(xhr.getAllResponseHeaders()),
    body: new Uint8Array(xhr.response),
  }
}

/** Blocks for so many milliseconds; a browser's worker has nothing to sleep on. */
export function pause(milliseconds: number): void {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}

/** Starts a digest: SHA-1 or SHA-256. */
export function createHash(type: string): Hash {
  const make = { sha1, sha256 }[type]
  if (!make) throw new ArgumentError('hash', 'this platform knows SHA1 and SHA256 only')
  const hash = make.create()
  return { update: chunk => void hash.update(chunk), hex: () => bytesToHex(hash.digest()) }
}

/** Unpacks gzip, which a browser only does asynchronously. */
export const gunzip: (packed: Uint8Array) => Uint8Array = () => {
  throw new ArgumentError('hash', 'the hash of a gzip file cannot be checked synchronously here; use getAsync')
}

/** Makes a function that signs with RSASSA-PKCS1-v1_5 and SHA-256; it answers base64. */
export function createSigner(pkcs8: KeyMaterial) {
  const key = readPrivateNumbers(bytesOf('privateKey', pkcs8))
  return (message: string): string => encodeBase64(PKCS1_SHA256.sign(key, utf8.encode(message)))
}

/** Makes a function that tells whether a base64 signature is that of the message. */
export function createVerifier(spki: KeyMaterial) {
  const key = readPublicNumbers(bytesOf('certs', spki))
  return (message: string, signature: string): boolean => {
    const bytes = decodeCanonicalBase64(signature)
    return bytes !== undefined && PKCS1_SHA256.verify(key, utf8.encode(message), bytes)
  }
}

function bytesOf(name: string, key: KeyMaterial): Bytes {
  if (!isCryptoKey(key)) return key
  throw new ArgumentError(name, 'a CryptoKey only works in calls that end in Async; give the key in another form')
}

function parseHeaders(lines: string): Record<string, string> {
  return Object.fromEntries(lines.split('\r\n').filter(Boolean).map((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
  }))
}
