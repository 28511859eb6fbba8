import { arrivalIn } from './arrival.ts'
import { readCurl } from './curl.ts'
import { jsonObjectsIn } from './json-in-text.ts'
import { readJsonRequest } from './json-request.ts'
import { readLog } from './log.ts'
import type { PastedRequest } from './pasted-request.ts'
import { readHeadersAndBody, readRawRequest } from './raw-http.ts'
import { signedStringIn } from './signed-string.ts'

/** The answer below a request. */
const answer = /\n(?:<{4,}\s*\n|\s*(?:< )?HTTP\/[\d.]+ \d{3}\b)[\s\S]*$/

/** Reads a request in any form in which people paste it; `undefined` if the text is not about a request. */
export function readRequest(text: string): PastedRequest | undefined {
  const arrived = arrivalIn(text)
  const signed = signedStringIn(text)
  const plain = withoutRefusal(text)
  const rest = signed ? text.slice(0, signed.start) + text.slice(signed.end) : text
  const request = readObjects(plain) ?? readText(withoutRefusal(rest).replace(answer, '\n'))
  if (isMessage(request) || !(request?.authorization ?? request?.url ?? signed ?? arrived)) return undefined
  return { ...request, ...arrived && { arrived }, ...signed && { signed: signed.text } }
}

function readObjects(text: string): PastedRequest | undefined {
  return jsonObjectsIn(text).map(({ value }) => readJsonRequest(value))
    .find(({ authorization, url, headers }) => authorization !== undefined || (url !== undefined && headers))
}

const readText = (text: string) => readCurl(text) ?? readRawRequest(text) ?? readLabelled(text)

/** Prefers the reading that knows more. */
function readLabelled(text: string): PastedRequest | undefined {
  const log = readLog(text)
  return log?.url === undefined ? readHeadersAndBody(text) ?? log : log
}

/** Removes the JSON of a 401, whose members are not the request's. */
function withoutRefusal(text: string): string {
  const refusals = jsonObjectsIn(text).filter(({ value }) => 'code' in value && 'detail' in value)
  return refusals.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), text)
}

/** Whether it is a notification or an answer: they are signed in other headers. */
const isMessage = (request: PastedRequest | undefined) =>
  request?.headers !== undefined && 'wechatpay-signature' in request.headers && request.authorization === undefined
