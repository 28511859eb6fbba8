import { verify as verifySignature } from '@wxpay-live/client/crypto'
import { type Authorization, parseAuthorization, requestMessage } from '@wxpay-live/client/signing'
import { diagnose, type Diagnosis } from '../diagnose/diagnose.ts'
import { diagnoseHeader } from '../diagnose/header.ts'
import { mistakes } from '../diagnose/mistakes.ts'
import { diagnoseSerial } from '../diagnose/serial.ts'
import { Refusal } from '../replies/refusal.ts'
import type { Incoming } from './call.ts'
import type { Context } from './context.ts'

/** Maximum difference between a request's timestamp and the clock, in seconds. */
const maxClockSkew = 5 * 60

/** Maximum length of the expected string in the error, in characters. */
const maxExpectedLength = 10_000

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
  const authorization = hasBlanks(header) ? undefined : parseAuthorization(header)
  const expected = requestMessage({ ...incoming, ...placeholders, ...authorization })
  const detail = authorization
    ? checkParts(authorization, context) ?? await checkSignature(authorization, expected, incoming, context)
    : malformed(header)
  if (detail) throw signatureRefusal(detail, incoming, expected)
}

const hasBlanks = (header: string | null) => header !== null && /"\s*,\s+|"\s+,/.test(header)

function malformed(value: string | null): RefusalDetail {
  const field = 'authorization'
  if (value === null) return { field, value, issue: 'header is missing', message: 'Http头缺少Authorization' }
  const message = 'Http头Authorization值格式错误，应为 WECHATPAY2-SHA256-RSA2048 mchid="…",nonce_str="…",signature="…",timestamp="…",serial_no="…"'
  return { field, value, issue: 'header is malformed', message, ...explained(diagnoseHeader(value)) }
}

function checkParts(authorization: Authorization, { identity, now }: Context): RefusalDetail | undefined {
  const { mchid, serial, timestamp } = authorization
  if (mchid !== identity.mchid) {
    const message = `商户号有误，沙箱的商户号为 ${identity.mchid}`
    return { field: 'mchid', value: mchid, issue: 'mchid is unknown', message }
  }
  if (serial.toUpperCase() !== identity.serial) {
    const message = `商户证书序列号有误，请使用签名私钥匹配的证书序列号 ${identity.serial}`
    const detail = { field: 'serial_no', value: serial, issue: 'serial_no is unknown', message }
    return { ...detail, ...explained(diagnoseSerial(serial, identity)) }
  }
  const seconds = Math.floor(now() / 1000)
  if (!/^\d+$/.test(timestamp) || Math.abs(Number(timestamp) - seconds) > maxClockSkew) {
    const message = `Http头Authorization中的timestamp与发起请求的时间不得超过5分钟，单位为秒，当前为 ${seconds}`
    const issue = 'timestamp is off by more than 5 minutes'
    const detail = { field: 'timestamp', value: timestamp, issue, message }
    return { ...detail, ...explained(/^\d{13}$/.test(timestamp) ? milliseconds : undefined) }
  }
  return undefined
}

async function checkSignature(
  authorization: Authorization, expected: string, incoming: Incoming, context: Context,
): Promise<RefusalDetail | undefined> {
  const { signature } = authorization
  if (await verifySignature(context.keys.merchant, expected, signature)) return undefined
  const detail = { field: 'signature', value: signature, issue: 'sign not match', message: '错误的签名，验签失败' }
  return { ...detail, ...explained(await diagnose(incoming, authorization, context)) }
}

const milliseconds = mistakes.find(({ name }) => name === 'timestamp-in-milliseconds')

const explained = (diagnosis: Diagnosis | undefined) =>
  diagnosis && { mistake: diagnosis.name, diagnosis: diagnosis.explain }

function signatureRefusal(
  { message, ...detail }: RefusalDetail, { method, url }: Incoming, expected: string,
): Refusal {
  return new Refusal(401, {
    code: 'SIGN_ERROR',
    message,
    detail: {
      ...detail,
      location: 'authorization',
      sign_information: {
        method,
        url: expected.split('\n', 2)[1] ?? url,
        truncated_sign_message: expected.slice(0, maxExpectedLength),
        sign_message_length: new TextEncoder().encode(expected).length,
      },
    },
  })
}
