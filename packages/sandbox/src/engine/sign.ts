import type { JsonValue } from '@wxpay-live/compiler/model'
import { sign as signMessage } from '@wxpay-live/client/crypto'
import { responseMessage } from '@wxpay-live/client/signing'
import type { Reply } from '../replies/reply.ts'
import type { Scenario } from '../scenarios/scenarios.ts'
import type { Signer } from './context.ts'

/** How a response is signed if not as usual. */
export interface SignOptions {
  /** Whether the request's signature was valid; otherwise the response is unsigned. @default false */
  verified?: boolean
  /** The request's `Wechatpay-Serial`; if it is the platform's public key id, the response names that instead of the certificate. */
  serial?: string | null
  /** How a scenario changes the signature. */
  flaw?: Scenario['signature'] | undefined
  /** Replaces WeChat Pay's access point in the body: the origin of the request. @default the access point */
  origin?: string
}

const accessPoint = 'https://api.mch.weixin.qq.com'

/**
 * Creates the response, signed with the platform's key. As in the real API, a 401, a file and a refusal before the
 * verification stay unsigned, such as an unknown path or a wrong method.
 */
export async function sign(reply: Reply, signer: Signer, options: SignOptions = {}): Promise<Response> {
  const { status, file } = reply
  const { verified = false, origin = accessPoint } = options
  const body = reply.body === undefined ? '' : stringify(reply.body, origin)
  const isSigned = signer.signatures && verified && status !== 401 && !file
  const headers = {
    'Request-ID': signer.random(32),
    // Also of an empty body, as in the real API: WxJava reads it before it verifies.
    'Content-Type': 'application/json; charset=utf-8',
    ...(isSigned && await signatureHeaders(body, signer, options)),
    ...reply.headers,
  }
  return new Response(file ?? (body || null), { status, headers })
}

/** The members that hold addresses of the API itself. */
const addresses = ['download_url', 'media_url']

/** Writes a body as JSON, with its addresses moved to the origin of the request. */
function stringify(body: JsonValue, origin: string): string {
  const text = JSON.stringify(body)
  if (origin === accessPoint || !text.includes(`"${accessPoint}/`)) return text
  return JSON.stringify(body, (name, value: JsonValue) => (
    addresses.includes(name) ? moveTo(origin, value) : value
  ))
}

function moveTo(origin: string, address: JsonValue): JsonValue {
  if (Array.isArray(address)) return address.map(item => moveTo(origin, item))
  const isOurs = typeof address === 'string' && address.startsWith(`${accessPoint}/`)
  return isOurs ? origin + address.slice(accessPoint.length) : address
}

/** Returns the headers that sign a body with the platform's key and the current time. */
export async function signatureHeaders(
  body: string, signer: Signer, { serial, flaw }: SignOptions = {},
): Promise<Record<string, string>> {
  const { identity, keys, now, random } = signer
  const timestamp = Math.floor(now() / 1000)
  const nonce = random(32)
  const { platform, nextPlatform = platform } = identity
  const message = responseMessage({ timestamp, nonce, body: flaw === 'wrong' ? `${body} ` : body })
  const isChosen = flaw === 'either' && serial !== platform.serial && isOdd(nonce)
  const byPublicKey = serial === platform.publicKeyId || flaw === 'public-key' || isChosen
  // Unlike certificates, a public key does not expire.
  const isNext = flaw === 'rotated' && !byPublicKey
  const usual = isNext ? nextPlatform.serial : byPublicKey ? platform.publicKeyId : platform.serial
  const signature = await signMessage(isNext ? keys.nextPlatform ?? keys.platform : keys.platform, message)
  return {
    'Wechatpay-Timestamp': String(timestamp),
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Serial': flaw === 'unknown-serial' ? '0'.repeat(40) : usual,
    'Wechatpay-Signature': flaw === 'probe' ? probe + signature.slice(probe.length) : signature,
    'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
  }
}

/** How WeChat Pay begins the wrong signatures by which it tests merchants (wechatpay-php#139, WxJava#3422). */
const probe = 'WECHATPAY/SIGNTEST/'

/** Decides by chance, as seldom as `random` repeats itself. */
const isOdd = (nonce: string) => nonce.charCodeAt(0) % 2 === 1
