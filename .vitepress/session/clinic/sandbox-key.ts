import identity from '@wxpay-live/sandbox/identity.json'

const { apiv2Key, certificate, mchid, platform, secret, serial } = identity

/** What the sandbox of this site signs with. All of it is public. */
export const sandbox = { apiv2Key, certificate, mchid, platform, secret, serial }

const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
const utf8 = new TextEncoder()

/** Signs with the merchant's key of the sandbox. */
export const signAsMerchant = (message: string) => sign(identity.privateKey, message)

/** Signs with the platform's key of the sandbox. */
export const signAsPlatform = (message: string) => sign(identity.platform.privateKey, message)

async function sign(pem: string, message: string): Promise<string> {
  const der = Uint8Array.from(atob(pem.replace(/-----.*-----|\s/g, '')), character => character.charCodeAt(0))
  const key = await crypto.subtle.importKey('pkcs8', der, rsa, false, ['sign'])
  return toBase64(await crypto.subtle.sign(rsa, key, utf8.encode(message)))
}

/** Encrypts with the sandbox's APIv3 key. */
export async function encrypt(text: string, nonce: string, associatedData: string): Promise<string> {
  const key = await crypto.subtle.importKey('raw', utf8.encode(secret), 'AES-GCM', false, ['encrypt'])
  const algorithm = { name: 'AES-GCM', iv: utf8.encode(nonce), additionalData: utf8.encode(associatedData) }
  return toBase64(await crypto.subtle.encrypt(algorithm, key, utf8.encode(text)))
}

/** HMAC-SHA256 in upper-case hexadecimal. */
export async function hmac(message: string, secret: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', utf8.encode(secret), algorithm, false, ['sign'])
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8.encode(message)))
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('').toUpperCase()
}

const toBase64 = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes)))
