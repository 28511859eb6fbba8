import { createSign } from 'node:crypto'
import { testIds, testPem } from './pasted.ts'

/** A request, with what went wrong in signing it. */
export interface Wanted {
  method?: string
  target?: string
  /** The body as sent. */
  body?: string
  type?: string
  origin?: string
  /** Changes lines of the string to sign. */
  signed?: Partial<Record<'method' | 'target' | 'timestamp' | 'nonce' | 'body', string>>
  /** Changes the string to sign. */
  message?: (right: string) => string
  /** Changes the header. */
  header?: (right: string) => string
  /** Name of the key that signs. */
  key?: string
}

/** A request that is signed with Node's OpenSSL. */
export interface Signed {
  method: string
  target: string
  url: string
  body: string
  headers: Record<string, string>
  authorization: string
  /** The string that was signed. */
  message: string
  /** The string that had to be signed. */
  right: string
}

const timestamp = '1795658452'
const nonce = 'NTlWqS7Vf8y32xkGwuh0sQ76iJsAygzl'
const serial = '3E5A1D7C9B2F4860A1C3E5D7F9B1A3C5E7D90F21'

/** Signs a request as the official pages say, but for the wanted mistake. */
export function signRequest(wanted: Wanted = {}): Signed {
  const { target = `/v3/pay/transactions/id/4200?mchid=${testIds.mchid}`, body = '', origin = 'https://api.mch.weixin.qq.com' } = wanted
  const { method = body ? 'POST' : 'GET', type = body && 'application/json', message: change, header, key = 'merchant' } = wanted
  const parts = { method, target, timestamp, nonce, body }
  const lines = ({ method, target, timestamp, nonce, body }: typeof parts) =>
    `${method}\n${target}\n${timestamp}\n${nonce}\n${body}\n`
  const wrong = lines({ ...parts, ...wanted.signed })
  const message = change?.(wrong) ?? wrong
  const signature = createSign('RSA-SHA256').update(message).sign(testPem(`${key}-key`), 'base64')
  const value = `mchid="${testIds.mchid}",nonce_str="${nonce}",signature="${signature}",timestamp="${timestamp}",serial_no="${serial}"`
  const right = `WECHATPAY2-SHA256-RSA2048 ${value}`
  const authorization = header?.(right) ?? right
  const headers = { Accept: 'application/json', ...type && { 'Content-Type': type }, Authorization: authorization }
  return { method, target, url: origin + target, body, headers, authorization, message, right: lines(parts) }
}

/** The `sign_information` of the 401 that production sends: eight characters of the body, and the length of all. */
export function refusalOf({ method, target, right }: Signed): string {
  const [, start = '', body = ''] = /^((?:[^\n]*\n){4})([^]*)\n$/.exec(right) ?? []
  return JSON.stringify({
    code: 'SIGN_ERROR',
    detail: {
      detail: { issue: 'sign not match' }, field: 'signature', location: 'authorization',
      sign_information: {
        method, sign_message_length: Buffer.byteLength(right), truncated_sign_message: `${start}${body.slice(0, 8)}\n`, url: target,
      },
    },
    message: '签名错误',
  })
}
