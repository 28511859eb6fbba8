export { type AesGcmParameters, decryptAesGcm, encryptAesGcm } from './aes-gcm.ts'
export { importPrivateKey, importPublicKey, sign, verify } from './rsa.ts'
