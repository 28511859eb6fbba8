import { createSign } from 'node:crypto'
import { identity, now } from './identity.ts'

export interface SignedParts {
  mchid: string
  serial_no: string
  nonce_str: string
  timestamp: string
  signature: string
}

/** Writes an `Authorization` header of APIv3. */
export const authorization = (parts: SignedParts) =>
  `WECHATPAY2-SHA256-RSA2048 ${Object.entries(parts).map(([name, value]) => `${name}="${value}"`).join(',')}`

/** Returns the string to sign as the documentation describes it, without our client. */
export function stringToSign(method: string, target: string, body: string, parts: SignedParts) {
  const { timestamp, nonce_str } = parts
  return `${method}\n${target}\n${timestamp}\n${nonce_str}\n${body}\n`
}

/** Returns the parts of the header, signed by Node's OpenSSL; `change` replaces some before signing. */
export function signedParts(method: string, target: string, body: string, change: Partial<SignedParts> = {}) {
  const parts = {
    mchid: identity.mchid,
    serial_no: identity.serial,
    nonce_str: '593BEC0C930BF1AFEB40B4A08C8FB242',
    timestamp: String(now() / 1000),
    signature: '',
    ...change,
  }
  const signer = createSign('RSA-SHA256').update(stringToSign(method, target, body, parts))
  return { ...parts, signature: change.signature ?? signer.sign(identity.privateKey, 'base64') }
}

/** Makes a signed request; `body` is sent as JSON, or unchanged if it is text. */
export function signed(method: string, target: string, body?: unknown, change?: Partial<SignedParts>) {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
  return new Request(`https://api.mch.weixin.qq.com${target}`, {
    method,
    headers: { Authorization: authorization(signedParts(method, target, text, change)) },
    body: text || null,
  })
}
