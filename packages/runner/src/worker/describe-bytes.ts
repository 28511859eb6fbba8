/** The text of a download, or its size if it is not text. */
export function describeBytes(bytes: ArrayBuffer | Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return `${bytes.byteLength} 字节，不是文本`
  }
}
