const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** That many random letters and digits, five bits of randomness each (the alphabet of Base32, RFC 4648). */
export const randomText = (length: number) =>
  Array.from(crypto.getRandomValues(new Uint8Array(length)), byte => alphabet[byte % alphabet.length]).join('')
