import { encodeHex } from '../hex.ts'

/** 32 random hexadecimal digits: 128 bits. */
export const randomNonce = (): string => encodeHex(crypto.getRandomValues(new Uint8Array(16)))
