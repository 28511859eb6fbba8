/** 32 symbols, so `byte % 32` is unbiased. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** 32 random letters and digits: 160 bits. */
export function randomNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(32)), byte => alphabet[byte % 32]).join('')
}
