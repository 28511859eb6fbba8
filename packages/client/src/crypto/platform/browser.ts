import { sha1 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { PKCS1_SHA256 } from 'micro-rsa-dsa-dh/rsa.js'
import { ArgumentError } from '../../errors/argument-error.ts'
import { encodeHex } from '../../hex.ts'
import { encodeUtf8 } from '../../utf8.ts'
import { decodeCanonicalBase64, encodeBase64 } from '../base64.ts'
import type { Bytes } from '../der.ts'
import { isCryptoKey, type KeyMaterial } from '../key-material.ts'
import { readPrivateNumbers, readPublicNumbers } from '../rsa-key.ts'
import type { CryptoPlatform } from './crypto-platform.ts'

export const createHash: CryptoPlatform['createHash'] = (type) => {
  const make = { sha1, sha256 }[type]
  if (!make) throw new ArgumentError('hash', 'expected SHA1 or SHA256, the only types of this platform')
  const hash = make.create()
  return { update: chunk => void hash.update(chunk), hex: () => encodeHex(hash.digest()) }
}

export const gunzip: CryptoPlatform['gunzip'] = () => {
  throw new ArgumentError('hash', 'this platform cannot unpack gzip synchronously; use getAsync')
}

export const createSigner: CryptoPlatform['createSigner'] = (pkcs8) => {
  const key = readPrivateNumbers(bytesOf('privateKey', pkcs8))
  return message => encodeBase64(PKCS1_SHA256.sign(key, encodeUtf8(message)))
}

export const createVerifier: CryptoPlatform['createVerifier'] = (spki) => {
  const key = readPublicNumbers(bytesOf('certs', spki))
  return (message, signature) => {
    const bytes = decodeCanonicalBase64(signature)
    return bytes !== undefined && PKCS1_SHA256.verify(key, encodeUtf8(message), bytes)
  }
}

function bytesOf(name: string, key: KeyMaterial): Bytes {
  if (!isCryptoKey(key)) return key
  throw new ArgumentError(name, 'a CryptoKey works only in getAsync, postAsync, …; use the key in another form')
}
