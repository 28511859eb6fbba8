import type { Verification } from '../options.ts'
import type { RawResponse } from '../raw-response.ts'
import { decodeUtf8 } from '../utf8.ts'
import { responseMessage } from './message.ts'

/** What a response says of its origin, in a form that can be checked. */
export interface Claim {
  serial: string
  message: string
  /** Base64. */
  signature: string
}

/** What came in: of a response or a notification, its headers in lower case and its body. */
export type Received = Pick<RawResponse, 'headers' | 'body'>

/** Against what a claim is held. */
export interface Trust {
  /** Milliseconds since the epoch. */
  now: number
  /** Whose signatures can be checked. */
  serials: { has: (serial: string) => boolean }
}

/** WeChat Pay's limit on a timestamp's distance to the clock, in seconds, either way. */
const tolerance = 300

/** Reads a response's claim, or says why there is none to check. */
export function readClaim({ headers, body }: Received, { now, serials }: Trust): Claim | Verification {
  const {
    'wechatpay-timestamp': timestamp = '', 'wechatpay-nonce': nonce = '',
    'wechatpay-serial': serial = '', 'wechatpay-signature': signature = '',
  } = headers
  const distrust = (reason: string): Verification => ({ verified: false, ...serial && { serial }, reason })

  const missing = Object.entries({ Timestamp: timestamp, Nonce: nonce, Serial: serial, Signature: signature })
    .filter(([, value]) => value === '').map(([name]) => `Wechatpay-${name}`)
  if (missing.length > 0) return distrust(`${missing.join(', ')} missing`)
  if (!/^\d+$/.test(timestamp)) return distrust('Wechatpay-Timestamp is not a whole number of seconds')
  const offset = Number(timestamp) - Math.floor(now / 1000)
  // Said so that a clock without a time fits nothing.
  if (!(Math.abs(offset) <= tolerance)) {
    return distrust(`Wechatpay-Timestamp is ${offset} s off this clock, more than ${tolerance} s`)
  }
  if (!serials.has(serial)) return distrust(`Wechatpay-Serial ${JSON.stringify(serial)} is not among certs`)
  const text = decodeUtf8(body)
  if (text === undefined) return distrust('the body is not UTF-8 text')
  return { serial, signature, message: responseMessage({ timestamp, nonce, body: text }) }
}

/** What is known once the signature of a claim was checked. */
export function conclude({ serial, message }: Claim, verified: boolean): Verification {
  // The message holds the body, which nobody is to see unless it is proven.
  return { verified, serial, ...verified ? { message } : { reason: 'Wechatpay-Signature does not fit the rest' } }
}
