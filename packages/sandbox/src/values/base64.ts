/** Encodes bytes in base64. */
export const encodeBase64 = (bytes: Uint8Array) =>
  btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))

/** Converts base64url to base64 (RFC 4648, section 5), without adding padding. */
export const fromBase64url = (text: string) => text.replaceAll('-', '+').replaceAll('_', '/')

/** Decodes base64; `undefined` if the text is not base64. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return bytesOfBase64(text)
  } catch {
    return undefined
  }
}

/**
 * Decodes text that is known to be base64.
 *
 * @throws DOMException `InvalidCharacterError` if it is not
 */
export const bytesOfBase64 = (text: string) =>
  Uint8Array.from(atob(text), character => character.charCodeAt(0))
