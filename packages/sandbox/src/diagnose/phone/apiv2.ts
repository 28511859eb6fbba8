import { hmac } from '@noble/hashes/hmac.js'
import { md5 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '../../values/hex.ts'
import type { Members } from './phone-call.ts'

const utf8 = new TextEncoder()

/** Returns APIv2's string to sign without its key: the members sorted by name, except for the signature. */
export const sortedPairs = (members: Members) =>
  pairsOf(Object.fromEntries(Object.keys(members).sort().map(name => [name, members[name]!]))).join('&')

/** Returns the members in their order. */
export const pairsOf = (members: Members) => Object.entries(members)
  .filter(([name, value]) => value !== '' && name !== 'sign' && name !== 'paySign')
  .map(([name, value]) => `${name}=${value}`)

/** Returns HMAC-SHA256 in upper-case hexadecimal. */
export const hmacOf = (message: string, key: string) =>
  bytesToHex(hmac(sha256, utf8.encode(key), utf8.encode(message))).toUpperCase()

/** Returns MD5 in upper-case hexadecimal. */
export const md5Of = (message: string) => bytesToHex(md5(utf8.encode(message))).toUpperCase()

/** Whether members are signed as APIv2 wants it, by MD5 or HMAC-SHA256. */
export function isApiv2Signature(members: Members, signature: string, key: string): boolean {
  const message = `${sortedPairs(members)}&key=${key}`
  return [md5Of(message), hmacOf(message, key)].includes(signature.toUpperCase())
}
