/** Encodes bytes as hexadecimal digits in lower case. */
export const encodeHex = (bytes: Uint8Array): string =>
  Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
