import { encodeBase64 } from '../values/base64.ts'
import { bytesToHex, digestHex, hexToBytes } from '../values/hex.ts'
import type { Message } from './mistake.ts'

const utf8 = new TextEncoder()

/** The hash of a string to sign, in hexadecimal. */
export const sha256 = (message: Message) =>
  digestHex('SHA-256', typeof message === 'string' ? utf8.encode(message) : message)

/** Returns the first string with a hash; `undefined` if none has it. */
export async function withHash<Own extends Message>(messages: Own[], hash: string): Promise<Own | undefined> {
  const hashes = await Promise.all(messages.map(sha256))
  return messages[hashes.indexOf(hash)]
}

/** Whether the hash of a string, in any way of writing it, was hashed again. */
export async function isHashedTwice(message: string, hash: string): Promise<boolean> {
  const hex = await sha256(message)
  const bytes = hexToBytes(hex)
  const written = [bytes, bytesToHex(bytes), hex.toUpperCase(), encodeBase64(bytes)]
  return await withHash(written, hash) !== undefined
}
