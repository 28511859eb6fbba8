/** Writes bytes in hexadecimal, in lower case. */
export const bytesToHex = (bytes: Uint8Array) => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')

/** Hashes bytes, by the platform's name of the hash; answers hexadecimal in lower case. */
export const digestHex = async (hash: 'SHA-1' | 'SHA-256', bytes: Uint8Array<ArrayBuffer>) =>
  bytesToHex(new Uint8Array(await crypto.subtle.digest(hash, bytes)))
