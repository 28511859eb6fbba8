/** A digest that is being computed. */
export interface Hash {
  update: (chunk: Uint8Array) => void
  /** Ends the digest; returns hexadecimal digits in lower case. */
  hex: () => string
}
