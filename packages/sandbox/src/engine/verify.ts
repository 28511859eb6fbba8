import { verify as verifySignature } from '@wxpay-live/client/crypto'
import { type Authorization, parseAuthorization, requestMessage } from '@wxpay-live/client/signing'
import type { Incoming } from './call.ts'
import type { Context } from './context.ts'
import { diagnose, type Diagnosis } from '../diagnose/diagnose.ts'
import { diagnoseHeader } from '../diagnose/header.ts'
import { mistakes } from '../diagnose/mistakes.ts'
import { diagnoseSerial } from '../diagnose/serial.ts'
import { Refusal } from '../replies/refusal.ts'

/** Seconds a request's timestamp may be off, either way. */
const tolerance = 5 * 60

/** Characters of the expected string that are told; the rest of a body as long as that helps nobody. */
const longest = 10_000

/** Stands in the expected string for what the `Authorization` header did not tell. */
const unknown = { timestamp: '{timestamp}', nonce: '{nonce_str}' }

/** What is wrong with an `Authorization` header. */
interface Fault {
  /** The part it is wrong with. */
  field: string
  value: string | null
  issue: string
  message: string
  /** What went wrong and what to do, in one sentence, and the name of that mistake. */
  diagnosis?: string
  mistake?: string
}

/**
 * Checks who signed the request, when, and whether the signature is right.
 *
 * @throws Refusal 401 `SIGN_ERROR`; it holds the string the sandbox expected to see signed
 */
export async function verify(incoming: Incoming, context: Context): Promise<void> {
  const authorization = parseAuthorization(incoming.authorization)
  const message = requestMessage({ ...incoming, ...unknown, ...authorization })
  const fault = authorization
    ? findFault(authorization, context) ?? await checkSignature(authorization, message, incoming, context)
    : malformed(incoming.authorization)
  if (fault) throw refusal(fault, incoming, message)
}

function malformed(value: string | null): Fault {
  const field = 'authorization'
  if (value === null) return { field, value, issue: 'header is missing', message: 'Http头缺少Authorization' }
  const message = 'Http头Authorization值格式错误，应为 WECHATPAY2-SHA256-RSA2048 mchid="…",nonce_str="…",signature="…",timestamp="…",serial_no="…"'
  return { field, value, issue: 'header is malformed', message, ...told(diagnoseHeader(value)) }
}

function findFault(authorization: Authorization, { identity, now }: Context): Fault | undefined {
  const { mchid, serial, timestamp } = authorization
  if (mchid !== identity.mchid) {
    const message = `商户号有误，沙箱的商户号为 ${identity.mchid}`
    return { field: 'mchid', value: mchid, issue: 'mchid is unknown', message }
  }
  if (serial.toUpperCase() !== identity.serial) {
    const message = `商户证书序列号有误，请使用签名私钥匹配的证书序列号 ${identity.serial}`
    const fault = { field: 'serial_no', value: serial, issue: 'serial_no is unknown', message }
    const diagnosis = diagnoseSerial(serial, identity)
    return diagnosis ? { ...fault, ...told(diagnosis) } : fault
  }
  const seconds = Math.floor(now() / 1000)
  if (!/^\d+$/.test(timestamp) || Math.abs(Number(timestamp) - seconds) > tolerance) {
    const message = `Http头Authorization中的timestamp与发起请求的时间不得超过5分钟，单位为秒，当前为 ${seconds}`
    const fault = { field: 'timestamp', value: timestamp, issue: 'timestamp is off by more than 5 minutes', message }
    return /^\d{13}$/.test(timestamp) ? { ...fault, ...told(milliseconds) } : fault
  }
  return undefined
}

async function checkSignature(
  authorization: Authorization, message: string, incoming: Incoming, context: Context,
): Promise<Fault | undefined> {
  const { signature } = authorization
  if (await verifySignature(context.keys.merchant, message, signature)) return undefined
  const fault = { field: 'signature', value: signature, issue: 'sign not match', message: '错误的签名，验签失败' }
  return { ...fault, ...told(await diagnose(incoming, authorization, context)) }
}

const milliseconds = mistakes.find(({ name }) => name === 'timestamp-in-milliseconds')!

const told = ({ name, explain }: Diagnosis) => ({ mistake: name, diagnosis: explain })

function refusal({ message, ...fault }: Fault, { method, url }: Incoming, expected: string): Refusal {
  return new Refusal(401, {
    code: 'SIGN_ERROR',
    message,
    detail: {
      ...fault,
      location: 'authorization',
      sign_information: {
        method,
        url: expected.split('\n', 2)[1] ?? url,
        truncated_sign_message: expected.slice(0, longest),
        sign_message_length: new TextEncoder().encode(expected).length,
      },
    },
  })
}
