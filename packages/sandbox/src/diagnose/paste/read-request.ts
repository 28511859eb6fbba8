import { arrivalIn } from './arrival.ts'
import { readCurl } from './curl.ts'
import { jsonObjectsIn } from './json-in-text.ts'
import { readJsonRequest } from './json-request.ts'
import { readLog } from './log.ts'
import type { PastedRequest } from './pasted-request.ts'
import { readHeadersAndBody, readRawRequest } from './raw-http.ts'
import { signedStringIn } from './signed-string.ts'

/** The answer below a request. */
const answer = /\n(?:<{4,}[ \t\r]*\n|[ \t]*(?:< )?HTTP\/[\d.]+ \d{3}\b)[\s\S]*$/

/** Reads a request in any form in which people paste it; `undefined` if the text is not about a request. */
export function readRequest(text: string): PastedRequest | undefined {
  const arrived = arrivalIn(text)
  const signed = signedStringIn(text)
  const plain = withoutRefusal(text)
  const rest = signed ? text.slice(0, signed.start) + text.slice(signed.end) : text
  const request = readObjects(plain) ?? readText(withoutRefusal(rest).replace(answer, '\n'))
  if (isMessage(request) || !(request?.authorization ?? request?.url ?? signed ?? arrived)) return undefined
  const form = request?.form ?? (signed ? '待签名串' : '401 应答')
  return { ...request, form, ...arrived && { arrived }, ...signed && { signed: signed.text } }
}

function readObjects(text: string): PastedRequest | undefined {
  const found = jsonObjectsIn(text).map(({ value }) => readJsonRequest(value))
    .find(({ authorization, url, headers }) => authorization !== undefined || (url !== undefined && headers))
  return named('JSON 的请求', found)
}

const readText = (text: string) =>
  named('cURL 命令', readCurl(text)) ?? named('原始 HTTP 请求', readRawRequest(text)) ?? readLabelled(text)

/** Prefers the reading that knows more. */
function readLabelled(text: string): PastedRequest | undefined {
  const log = named('日志', readLog(text))
  return log?.url === undefined ? named('请求头和请求体', readHeadersAndBody(text)) ?? log : log
}

const named = (form: string, request: PastedRequest | undefined) => request && { ...request, form }

/** Removes the JSON of a 401, whose members are not the request's. */
function withoutRefusal(text: string): string {
  const refusals = jsonObjectsIn(text).filter(({ value }) => 'code' in value && 'detail' in value)
  return refusals.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), text)
}

/** Whether it is a notification or an answer: they are signed in other headers. */
const isMessage = (request: PastedRequest | undefined) =>
  request?.headers !== undefined && 'wechatpay-signature' in request.headers && request.authorization === undefined
