import { decodeBase64, fromBase64url } from '../values/base64.ts'
import { bytesToHex } from '../values/hex.ts'

/** Padding of PKCS #1 v1.5 and the digest info after it (RFC 8017, section 9.2). */
const padded = /^0001(?:ff){8,}00((?:..)*)$/

/**
 * Opens a signature with a public key (RFC 8017, section 8.2.2).
 *
 * @returns the signed digest info, algorithm and hash, in hexadecimal; `undefined` if another key signed
 */
export function openSignature(signature: Uint8Array, { n, e }: JsonWebKey): string | undefined {
  const modulus = numberOf(n)
  const block = power(BigInt(`0x${bytesToHex(signature)}`), numberOf(e), modulus)
  return padded.exec(block.toString(16).padStart(signature.length * 2, '0'))?.[1]
}

const numberOf = (base64url = '') =>
  BigInt(`0x${bytesToHex(decodeBase64(fromBase64url(base64url)) ?? Uint8Array.of(0))}`)

/** For public numbers only: the time it takes reveals them. */
function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  if (exponent === 0n) return 1n
  const half = power(base * base % modulus, exponent / 2n, modulus)
  return exponent % 2n ? half * base % modulus : half
}
