/** The alphabet of Base32 (RFC 4648): 32 symbols, so `byte % 32` is unbiased. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Random bytes; drawing a few takes as long as drawing thousands. */
const pool = new Uint8Array(4096)
let used = pool.length

/** Returns random letters and digits, with five bits of randomness each. */
export function randomText(length: number): string {
  let text = ''
  while (text.length < length) text += alphabet[randomByte() % alphabet.length]
  return text
}

function randomByte(): number {
  if (used === pool.length) {
    crypto.getRandomValues(pool)
    used = 0
  }
  return pool[used++]!
}
