import { PKCS1_SHA256 } from 'micro-rsa-dsa-dh/rsa.js'
import { decodeCanonicalBase64, encodeBase64 } from '../crypto/base64.ts'
import { readPrivateNumbers, readPublicNumbers } from '../crypto/rsa-key.ts'
import type { FetchSync } from '../options.ts'

const utf8 = new TextEncoder()

/** Sends with a synchronous XMLHttpRequest, which a dedicated worker has, and blocks until the answer is there. */
export const fetchSync: FetchSync = ({ method, url, headers, body }) => {
  const xhr = new XMLHttpRequest()
  xhr.open(method, url, false)
  xhr.responseType = 'arraybuffer'
  for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value)
  // Bytes, since text would have a charset added to its Content-Type.
  xhr.send(body ? utf8.encode(body) : null)
  // No option keeps this API from following a redirect; its answer is at least not taken.
  const redirected = xhr.responseURL !== '' && xhr.responseURL !== url
  return {
    status: redirected ? 0 : xhr.status,
    headers: parseHeaders(xhr.getAllResponseHeaders()),
    body: new Uint8Array(xhr.response),
  }
}

/** Makes a function that signs with RSASSA-PKCS1-v1_5 and SHA-256; it answers base64. */
export function createSigner(pkcs8: Uint8Array<ArrayBuffer>) {
  const key = readPrivateNumbers(pkcs8)
  return (message: string): string => encodeBase64(PKCS1_SHA256.sign(key, utf8.encode(message)))
}

/** Makes a function that tells whether a base64 signature is that of the message. */
export function createVerifier(spki: Uint8Array<ArrayBuffer>) {
  const key = readPublicNumbers(spki)
  return (message: string, signature: string): boolean => {
    const bytes = decodeCanonicalBase64(signature)
    return bytes !== undefined && PKCS1_SHA256.verify(key, utf8.encode(message), bytes)
  }
}

function parseHeaders(lines: string): Record<string, string> {
  return Object.fromEntries(lines.split('\r\n').filter(Boolean).map((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
  }))
}
