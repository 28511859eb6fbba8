import { generateKeyPairSync, sign } from 'node:crypto'
import type { RawResponse, SentRequest } from '@wxpay-live/client'
import type { ClientSettings } from '../../src/messages.ts'

const makeKeys = () => generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const merchant = makeKeys()
const platform = makeKeys()

export const platformPrivateKey = platform.privateKey

export const serial = 'CD'.repeat(20)

/** Settings of a merchant that trusts the platform below. */
export const settings: ClientSettings = {
  mchid: '1900000109',
  serial: 'AB'.repeat(20),
  privateKey: merchant.privateKey,
  certs: { [serial]: platform.publicKey },
}

export interface Answer {
  status?: number
  body?: string | Uint8Array
  /** Override the headers of the signature. */
  headers?: Record<string, string>
}

/** A response signed by node:crypto. */
export function signed({ status = 200, body = '{}', headers = {} }: Answer): RawResponse {
  const bytes = Buffer.from(body)
  const timestamp = String(Math.floor(Date.now() / 1000))
  const message = Buffer.concat([Buffer.from(`${timestamp}\nnonce\n`), bytes, Buffer.from('\n')])
  return {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'wechatpay-timestamp': timestamp,
      'wechatpay-nonce': 'nonce',
      'wechatpay-serial': serial,
      'wechatpay-signature': sign('sha256', message, platform.privateKey).toString('base64'),
      ...headers,
    },
    body: new Uint8Array(bytes),
  }
}

/** A simulated platform: returns a response, or throws to send none. */
export type Platform = (request: Omit<SentRequest, 'message'>, count: number) => Answer
