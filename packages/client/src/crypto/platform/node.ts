import * as crypto from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { decodeCanonicalBase64 } from '../base64.ts'
import { isCryptoKey } from '../key-material.ts'
import type { CryptoPlatform } from './crypto-platform.ts'

export const createHash: CryptoPlatform['createHash'] = (type) => {
  const hash = crypto.createHash(type)
  return { update: chunk => void hash.update(chunk), hex: () => hash.digest('hex') }
}

export const gunzip: CryptoPlatform['gunzip'] = packed => gunzipSync(packed)

export const createSigner: CryptoPlatform['createSigner'] = (pkcs8) => {
  const key = isCryptoKey(pkcs8)
    ? crypto.KeyObject.from(pkcs8)
    : crypto.createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
  return message => crypto.sign('sha256', Buffer.from(message), key).toString('base64')
}

export const createVerifier: CryptoPlatform['createVerifier'] = (spki) => {
  const key = isCryptoKey(spki)
    ? crypto.KeyObject.from(spki)
    : crypto.createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  return (message, signature) => {
    const bytes = decodeCanonicalBase64(signature)
    return bytes !== undefined && crypto.verify('sha256', Buffer.from(message), key, bytes)
  }
}
