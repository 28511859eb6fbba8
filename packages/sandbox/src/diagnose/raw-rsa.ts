import { decodeBase64, fromBase64url } from '../values/base64.ts'
import { bytesToHex, hexToBytes } from '../values/hex.ts'

/**
 * Applies RSA without padding (RFC 8017, section 5).
 * For public numbers and the keys of tests only: the time it takes reveals them.
 *
 * @param modulus of the key, in base64url
 * @param exponent of the key, in base64url
 * @returns as many bytes as are given
 */
export function rawBlock(
  bytes: Uint8Array, modulus: string | undefined, exponent: string | undefined,
): Uint8Array<ArrayBuffer> {
  const block = power(BigInt(`0x${bytesToHex(bytes)}`), numberOf(exponent), numberOf(modulus))
  return hexToBytes(block.toString(16).padStart(bytes.length * 2, '0'))
}

const numberOf = (base64url = '') =>
  BigInt(`0x${bytesToHex(decodeBase64(fromBase64url(base64url)) ?? Uint8Array.of(0))}`)

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  if (exponent === 0n) return 1n
  const half = power(base * base % modulus, exponent / 2n, modulus)
  return exponent % 2n ? half * base % modulus : half
}
