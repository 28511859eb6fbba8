/** Encodes bytes in base64. */
export const encodeBase64 = (bytes: Uint8Array) =>
  btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))

/** The same text in the alphabet of base64 instead of base64url's (RFC 4648, 5). */
export const fromBase64url = (text: string) => text.replaceAll('-', '+').replaceAll('_', '/')

/** Decodes base64; `undefined` where the text is none. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return bytesOfBase64(text)
  } catch {
    return undefined
  }
}

/**
 * Decodes what is known to be base64.
 *
 * @throws DOMException `InvalidCharacterError` where it is none
 */
export const bytesOfBase64 = (text: string) =>
  Uint8Array.from(atob(text), character => character.charCodeAt(0))
