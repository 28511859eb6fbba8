/** A digest under way. */
export interface Hash {
  update: (chunk: Uint8Array) => void
  /** Ends it; answers hexadecimal digits in lower case. */
  hex: () => string
}
