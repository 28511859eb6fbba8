/** As many letters and digits as a byte has fives of bits to choose from: 32, so that each is as likely. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** 32 random letters and digits: 160 bits. */
export function randomNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(32)), byte => alphabet[byte % 32]).join('')
}
