import { createRequire } from 'node:module'

/** The used part of a published client that is known to work with WeChat Pay; a dependency of the sandbox. */
interface PublishedClient {
  Aes: { AesGcm: {
    encrypt: (plaintext: string, key: string, nonce: string, associatedData: string) => string
    decrypt: (ciphertext: string, key: string, nonce: string, associatedData: string) => string
  } }
  Formatter: {
    authorization: (
      mchid: string, nonce: string, signature: string, timestamp: string, serial: string,
    ) => string
    request: (method: string, url: string, timestamp: string, nonce: string, body: string) => string
    response: (timestamp: string, nonce: string, body: string) => string
  }
  Hash: {
    sign: (type: 'HMAC-SHA256', members: Record<string, string>, key: string) => string
  }
  Rsa: {
    encrypt: (plaintext: string, publicKey: string) => string
    decrypt: (ciphertext: string, privateKey: string) => string
    sign: (message: string, privateKey: string) => string
    verify: (message: string, signature: string, publicKey: string) => boolean
  }
}

const require = createRequire(new URL('../../../sandbox/package.json', import.meta.url))

export const { Aes, Formatter, Hash, Rsa } = require('wechatpay-axios-plugin') as PublishedClient
