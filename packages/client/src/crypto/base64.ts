/** Encodes bytes in base64. */
export function encodeBase64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** Decodes base64, white space allowed; `undefined` where the text is none. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const binary = atob(text)
    const bytes = new Uint8Array(binary.length)
    // Ten times as fast as Uint8Array.from, which showed in every response.
    for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
    return bytes
  } catch {
    return undefined
  }
}

/** Decodes base64 as {@link encodeBase64} writes it; any other spelling of the same bytes is `undefined`. */
export function decodeCanonicalBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = decodeBase64(text)
  return bytes && btoa(atob(text)) === text ? bytes : undefined
}
