/** Encodes bytes in lower-case hexadecimal. */
export const bytesToHex = (bytes: Uint8Array) => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')

/** Decodes text that is known to be hexadecimal, in either case. */
export const hexToBytes = (text: string) => Uint8Array.from(text.match(/../g) ?? [], byte => parseInt(byte, 16))

/** Returns a digest of bytes in lower-case hexadecimal. */
export const digestHex = async (hash: 'SHA-1' | 'SHA-256', bytes: Uint8Array<ArrayBuffer>) =>
  bytesToHex(new Uint8Array(await crypto.subtle.digest(hash, bytes)))
