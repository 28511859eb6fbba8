import { authorizationIn } from './authorization-in.ts'
import { jsonAt, jsonObjectsIn, jsonStringAt } from './json-in-text.ts'
import type { PastedRequest } from './pasted-request.ts'

const methods = 'GET|POST|PUT|PATCH|DELETE'
const address = String.raw`((?:https?:\/\/|\/)[^\s"',;<>\]，；。]+)`
const methodAndUrl = new RegExp(String.raw`\b(${methods})\b[\s,;:"'\[\]>-]+(?:to\s+)?${address}`)
const namedMethod = new RegExp(String.raw`(?<![\w-])(?:http_?|request_?)?(?:method|verb|request type|请求方法|方法)["']?\s*[:=：]\s*["']?(${methods})\b`, 'i')
const namedUrl = new RegExp(String.raw`(?:(?<![\w-])(?:request_?)?(?:url|uri|path|target|endpoint)|请求地址|地址|路径)["']?\s*[:=：]\s*["']?${address}`, 'i')
const contentType = /content-type["']?\s*[:=]\s*\[?["']?([^\s"',\]]+)/i
const bodyLabel = /(?:(?<![\w-])(?:request[ _-]?)?(?:body|payload|data|json)|request params|请求体|请求参数|请求报文|报文)["']?\s*(?:=>|[:=：])[ \t]*(?:\r?\n(?=\s*[{[]))?/i
const nothing = /^(?:\(none\)|\(empty\)|<none>|<empty>|none|null|nil|-|无|空)?(?=\s|$)/i

/** Reads a request from log lines in which its parts are labelled. */
export function readLog(text: string): PastedRequest | undefined {
  const authorization = authorizationIn(text)
  if (!authorization) return undefined
  const rest = text.slice(0, authorization.start) + text.slice(authorization.end)
  const line = methodAndUrl.exec(rest)
  const method = (line ?? namedMethod.exec(rest))?.[1]
  const url = line?.[2] ?? namedUrl.exec(rest)?.[1]
  const body = bodyIn(rest, method)
  const type = contentType.exec(rest)?.[1]
  return {
    authorization: authorization.text,
    ...method !== undefined && { method: method.toUpperCase() },
    ...url !== undefined && { url },
    ...type !== undefined && { headers: { 'content-type': type } },
    ...body !== undefined && { body },
  }
}

function bodyIn(text: string, method: string | undefined): string | undefined {
  const label = bodyLabel.exec(text)
  if (label) return bodyAt(text, label.index + label[0].length)
  if (method === 'GET' || method === 'DELETE') return ''
  return jsonObjectsIn(text)[0]?.text
}

function bodyAt(text: string, start: number): string {
  const quoted = jsonStringAt(text, start)
  if (quoted !== undefined) return quoted
  const json = '{['.includes(text[start] ?? ' ') ? jsonAt(text, start)?.text : undefined
  if (json !== undefined) return json
  const line = text.slice(start).split(/\r?\n/, 1)[0]!
  return nothing.test(line) ? '' : line
}
