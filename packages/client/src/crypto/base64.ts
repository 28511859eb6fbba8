/** Encodes bytes in base64. */
export function encodeBase64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** Decodes base64, which may contain white space; `undefined` if it is invalid. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const binary = atob(text)
    const bytes = new Uint8Array(binary.length)
    // Ten times as fast as Uint8Array.from, and used for every response.
    for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
    return bytes
  } catch {
    return undefined
  }
}

/** Decodes base64 only as {@link encodeBase64} writes it; `undefined` for any other form of the same bytes. */
export function decodeCanonicalBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = decodeBase64(text)
  return bytes && btoa(atob(text)) === text ? bytes : undefined
}
