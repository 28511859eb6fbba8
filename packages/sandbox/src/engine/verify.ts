import { verify as verifySignature } from '@wxpay-live/client/crypto'
import { type Authorization, parseAuthorization, requestMessage } from '@wxpay-live/client/signing'
import { diagnoseHeader, hasBlanks } from '../diagnose/header.ts'
import { otherMerchant } from '../diagnose/merchant.ts'
import type { Mistake } from '../diagnose/mistake.ts'
import { diagnoseSerial, serialMistake } from '../diagnose/serial.ts'
import { inMilliseconds } from '../diagnose/timestamp.ts'
import { Refusal } from '../replies/refusal.ts'
import type { Incoming } from './call.ts'
import type { Context } from './context.ts'

/** Maximum difference between a request's timestamp and the clock, in seconds. */
const maxClockSkew = 5 * 60

/** Maximum length of our whole string to sign in the error, in characters. */
const maxExpectedLength = 10_000

/** Characters of the body in `truncated_sign_message`: eight in public logs of production from 2021 to 2025. */
const shownBodyLength = 8

/** Values in the expected string for parts that the `Authorization` header lacks. */
const placeholders = { timestamp: '{timestamp}', nonce: '{nonce_str}' }

/** Why an `Authorization` header is refused. */
interface RefusalDetail {
  /** The part that is wrong. */
  field: string
  value: string | null
  issue: string
  message: string
  /** What went wrong and what to do, in one sentence. */
  diagnosis?: string
  /** The name of the mistake that `diagnosis` explains. */
  mistake?: string
}

/**
 * Checks the merchant, the time and the signature of a request.
 *
 * @throws Refusal 401 `SIGN_ERROR`, with the string that the sandbox expected to be signed
 */
export async function verify(incoming: Incoming, context: Context): Promise<void> {
  // The official rules of the header allow no blanks between its parts.
  const header = incoming.authorization
  const authorization = header !== null && hasBlanks(header) ? undefined : parseAuthorization(header)
  const expected = requestMessage({ ...incoming, ...placeholders, ...authorization })
  const detail = authorization
    ? await checkParts(authorization, expected, context)
    ?? await checkSignature(authorization, expected, incoming, context)
    : malformed(header)
  if (detail) throw signatureRefusal(detail, incoming, expected)
}

function malformed(value: string | null): RefusalDetail {
  const field = 'authorization'
  if (value === null) return { field, value, issue: 'header is missing', message: 'Http头缺少Authorization' }
  const message = 'Http头Authorization值格式错误，应为 WECHATPAY2-SHA256-RSA2048 mchid="…",nonce_str="…",signature="…",timestamp="…",serial_no="…"'
  return { field, value, issue: 'header is malformed', message, ...explained(diagnoseHeader(value)) }
}

async function checkParts(
  { mchid, serial, timestamp, signature }: Authorization, expected: string, { identity, keys, now }: Context,
): Promise<RefusalDetail | undefined> {
  const ifSigned = async (mistake: Mistake) =>
    await verifySignature(keys.merchant, expected, signature) ? mistake : undefined
  if (mchid !== identity.mchid) {
    const message = `商户号有误，沙箱的商户号为 ${identity.mchid}`
    const detail = { field: 'mchid', value: mchid, issue: 'mchid is unknown', message }
    return { ...detail, ...explained(await ifSigned(otherMerchant)) }
  }
  if (serial.toUpperCase() !== identity.serial) {
    const message = `商户证书序列号有误，请使用签名私钥匹配的证书序列号 ${identity.serial}`
    const detail = { field: 'serial_no', value: serial, issue: 'serial_no is unknown', message }
    const { platform } = identity
    const known = { merchant: identity.serial, platform: [platform.serial, platform.publicKeyId] }
    return { ...detail, ...explained(diagnoseSerial(serial, known) ?? await ifSigned(serialMistake('other-serial'))) }
  }
  const seconds = Math.floor(now() / 1000)
  if (!/^\d+$/.test(timestamp) || Math.abs(Number(timestamp) - seconds) > maxClockSkew) {
    const message = `Http头Authorization中的timestamp与发起请求的时间不得超过5分钟，单位为秒，当前为 ${seconds}`
    const issue = 'timestamp is off by more than 5 minutes'
    const detail = { field: 'timestamp', value: timestamp, issue, message }
    return { ...detail, ...explained(inMilliseconds(timestamp)) }
  }
  return undefined
}

async function checkSignature(
  authorization: Authorization, expected: string, incoming: Incoming, context: Context,
): Promise<RefusalDetail | undefined> {
  const { signature } = authorization
  if (await verifySignature(context.keys.merchant, expected, signature)) return undefined
  const detail = { field: 'signature', value: signature, issue: 'sign not match', message: '错误的签名，验签失败' }
  const { keys: { numbers }, identity: { secret } } = context
  // Clients that lose the body often lose its type too.
  const type = incoming.body ? incoming.headers.get('Content-Type') ?? '' : undefined
  const request = { ...incoming, whole: incoming.upload?.whole, type }
  const keyring = { merchant: numbers.merchant, platform: [numbers.platform], secret }
  // Most signatures are right, and a page loads the diagnosis only for one that is not.
  const { diagnoseSignature } = await import('../diagnose/diagnose-signature.ts')
  const { findings } = await diagnoseSignature(request, authorization, keyring)
  return { ...detail, ...explained(findings[0]) }
}

const explained = (mistake: Mistake | undefined) =>
  mistake && { mistake: mistake.name, diagnosis: mistake.explain }

/** Refuses like WeChat Pay, whose members of `detail` are `detail`, `field`, `location` and `sign_information`. */
function signatureRefusal(
  { message, issue, field, ...ours }: RefusalDetail, { method, url, body }: Incoming, expected: string,
): Refusal {
  const shown = Array.from(body).slice(0, shownBodyLength).join('')
  return new Refusal(401, {
    code: 'SIGN_ERROR',
    message,
    detail: {
      detail: { issue },
      field,
      location: 'authorization',
      sign_information: {
        method,
        url: expected.split('\n', 2)[1] ?? url,
        truncated_sign_message: `${expected.slice(0, expected.length - body.length - 1)}${shown}\n`,
        sign_message_length: new TextEncoder().encode(expected).length,
      },
      ...ours,
      sign_message: expected.slice(0, maxExpectedLength),
    },
  })
}
