/** Decodes percent-encoding; text with a malformed escape stays unchanged. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
