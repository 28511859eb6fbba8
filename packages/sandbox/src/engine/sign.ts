import { sign as signMessage } from '@wxpay-live/client/crypto'
import { responseMessage } from '@wxpay-live/client/signing'
import type { Answer, Context } from './call.ts'

/** Makes the response, signed with the platform's key. Like the real one, a 401 goes out unsigned. */
export async function sign(answer: Answer, context: Context): Promise<Response> {
  const body = answer.body === undefined ? '' : JSON.stringify(answer.body)
  const headers = {
    'Request-ID': context.random(32),
    ...(body && { 'Content-Type': 'application/json; charset=utf-8' }),
    ...(answer.status !== 401 && await signatureHeaders(body, context)),
    ...answer.headers,
  }
  return new Response(body || null, { status: answer.status, headers })
}

/** The headers that sign a body for the platform, now. */
export async function signatureHeaders(body: string, context: Context): Promise<Record<string, string>> {
  const { identity, keys, now, random } = context
  const timestamp = Math.floor(now() / 1000)
  const nonce = random(32)
  return {
    'Wechatpay-Timestamp': String(timestamp),
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Serial': identity.platform.serial,
    'Wechatpay-Signature': await signMessage(keys.platform, responseMessage({ timestamp, nonce, body })),
    'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
  }
}
