import { bytesToHex } from '../values/hex.ts'
import { mask } from './mask.ts'
import { rawBlock } from './raw-rsa.ts'

/** What the holder of a private key signed. */
export type Opened
  /** The signed bytes, in hexadecimal: with the right algorithm, a SHA-256 hash and its name before it. */
  = { padding: 'v1.5', content: string }
    | { padding: 'PSS' }

/** The digest info of a SHA-256 hash (RFC 8017, section 9.2, note 1). */
const sha256Info = /^3031300d060960864801650304020105000420([\da-f]{64})$/

/** Returns the SHA-256 hash that was signed, in hexadecimal; `undefined` if something else was signed. */
export const signedHash = (content: string): string | undefined => sha256Info.exec(content)?.[1]

/** Padding of PKCS #1 v1.5 and the bytes after it (RFC 8017, section 9.2). */
const padded = /^0001(?:ff){8,}00((?:..)*)$/

/**
 * Opens a signature with a public key (RFC 8017, section 8.2.2).
 *
 * @returns `undefined` if another key signed
 */
export async function openSignature(
  signature: Uint8Array, { n, e }: JsonWebKey,
): Promise<Opened | undefined> {
  if (!signature.length) return undefined
  const block = rawBlock(signature, n, e)
  const content = padded.exec(bytesToHex(block))?.[1]
  if (content !== undefined) return { padding: 'v1.5', content }
  return await isPss(block) ? { padding: 'PSS' } : undefined
}

/** Whether a block has the padding of PSS, whatever was signed (RFC 8017, section 9.1.2). */
async function isPss(block: Uint8Array): Promise<boolean> {
  if (block.at(-1) !== 0xbc) return false
  const fits = await Promise.all((['SHA-256', 'SHA-1', 'SHA-384', 'SHA-512'] as const).map(async (hash) => {
    const length = { 'SHA-1': 20, 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64 }[hash]
    const masked = block.slice(0, block.length - length - 1)
    const bytes = await mask(masked, block.slice(masked.length, -1), hash)
    // The modulus may have a bit less than the block.
    bytes[0] = bytes[0]! & 0x7f
    return /^(?:00){4,}01/.test(bytesToHex(bytes)) || bytesToHex(bytes).startsWith('01')
  }))
  return fits.includes(true)
}
