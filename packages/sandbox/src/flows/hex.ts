/** Writes bytes in hexadecimal, in lower case. */
export const bytesToHex = (bytes: Uint8Array) => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
