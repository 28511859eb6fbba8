import type { Verification } from '../options.ts'
import type { RawResponse } from '../raw-response.ts'
import { decodeUtf8 } from '../utf8.ts'
import { responseMessage } from './message.ts'

/** The signature of a response and the string that it covers. */
export interface Claim {
  serial: string
  message: string
  /** Base64. */
  signature: string
}

/** A response or notification: its headers, with names in lower case, and its body. */
export type Received = Pick<RawResponse, 'headers' | 'body' | 'cut'>

/** The clock and the known keys. */
export interface Trust {
  /** Milliseconds since the epoch. */
  now: number
  /** Serial numbers of the known keys. */
  serials: { has: (serial: string) => boolean }
}

/** WeChat Pay's limit on the distance of a timestamp from the clock, in seconds. */
const tolerance = 300

const names = ['Timestamp', 'Nonce', 'Serial', 'Signature'].map(name => `Wechatpay-${name}`)

/** Reads the claim of a response; if it cannot be checked, returns why. */
export function readClaim(received: Received, { now, serials }: Trust): Claim | Verification {
  const { headers, body, cut } = received
  const values = names.map(name => headers[name.toLowerCase()])
  const [timestamp = '', nonce = '', serial = '', signature = ''] = values
  const distrust = (reason: string): Verification => ({ verified: false, ...serial && { serial }, reason })

  if (cut) return distrust('more than maxBodySize')
  const missing = names.filter((_, at) => !values[at])
  if (missing.length > 0) return distrust(`${missing.join(', ')} missing`)
  if (!/^\d+$/.test(timestamp)) return distrust('Wechatpay-Timestamp is not a whole number of seconds')
  const offset = Number(timestamp) - Math.floor(now / 1000)
  // Negated, so that NaN is refused too.
  if (!(Math.abs(offset) <= tolerance)) {
    return distrust(`Wechatpay-Timestamp is ${offset} s off this clock, more than ${tolerance} s`)
  }
  if (!serials.has(serial)) return distrust(`Wechatpay-Serial ${JSON.stringify(serial)} is not in certs`)
  const text = decodeUtf8(body)
  if (text === undefined) return distrust('the body is not UTF-8 text')
  return { serial, signature, message: responseMessage({ timestamp, nonce, body: text }) }
}

/** The result of checking the signature of a claim. */
export function conclude({ serial, message, signature }: Claim, verified: boolean): Verification {
  // The message contains the body, which must not be handed out unless it is verified.
  return { verified, serial, ...verified ? { message } : { reason: isProbe(signature) ? probed : mismatch } }
}

/** WeChat Pay sometimes sends such a signature, to test whether the merchant verifies. */
const isProbe = (signature: string) => signature.startsWith('WECHATPAY/SIGNTEST/')

const probed = 'Wechatpay-Signature is a WECHATPAY/SIGNTEST/ probe of WeChat Pay'
const mismatch = 'Wechatpay-Signature does not match'
