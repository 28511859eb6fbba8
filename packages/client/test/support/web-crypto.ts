import { encodeBase64 } from '../../src/crypto/base64.ts'

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]),
}

/** A new key pair of the browser, as keys, as DER and as PEM. */
export async function createBrowserKeys() {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', keys.privateKey))
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', keys.publicKey))
  return { ...keys, pkcs8, spki, privatePem: pem('PRIVATE KEY', pkcs8), publicPem: pem('PUBLIC KEY', spki) }
}

/** The PKCS#8 bytes of a private key in JWK. */
export async function pkcs8Of(jwk: JsonWebKey): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey('jwk', jwk, algorithm, true, ['sign'])
  return new Uint8Array(await crypto.subtle.exportKey('pkcs8', key))
}

const pem = (label: string, der: Uint8Array) =>
  `-----BEGIN ${label}-----\n${encodeBase64(der)}\n-----END ${label}-----\n`
