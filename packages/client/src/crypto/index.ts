export { type AesGcmParameters, decryptAesGcm, encryptAesGcm } from './aes-gcm.ts'
export type { KeyInput } from './key-input.ts'
export { importPrivateKey, importPublicKey, sign, verify } from './rsa.ts'
