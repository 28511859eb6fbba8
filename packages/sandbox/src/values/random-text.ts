const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Random bytes, drawn many at a time: to ask for a few takes as long. */
const pool = new Uint8Array(4096)
let used = pool.length

/** That many random letters and digits, five bits of randomness each (the alphabet of Base32, RFC 4648). */
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
