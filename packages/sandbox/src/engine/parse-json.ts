import type { JsonValue } from '@wxpay-live/compiler/model'
import { refusal } from '../replies/error-codes.ts'
import { messageOf } from '../values/errors.ts'
import { isForm } from '../values/form.ts'
import { fieldRefusal, type Location } from './location.ts'

/** Maximum nesting of a body; no request of the API comes close. */
const maxDepth = 100

/** A character of four bytes in UTF-8, such as an emoji, as it is or escaped. */
const ofFourBytes = /[\ud800-\udfff]|(?<!\\)\\ud[89a-f]/i

/**
 * Parses the JSON of a body.
 *
 * @throws Refusal 400 `PARAM_ERROR` if it is malformed or nested too deep; `INVALID_REQUEST` if it has a character of four bytes:
 * the official rules of APIv3 allow up to three (page 4012081726), production answers so to descriptions and reasons
 */
export function parseJson(text: string, at: Location): JsonValue {
  if (text.startsWith('\ufeff')) {
    throw fieldRefusal('不是合法的JSON：开头有字节顺序标记（BOM，U+FEFF），请去掉', null, at)
  }
  if (ofFourBytes.test(text)) throw refusal(['INVALID_REQUEST', '请求内容传入了非UTF8参数'])
  if (depthOf(text) > maxDepth) throw fieldRefusal(`JSON的嵌套超过 ${maxDepth} 层`, null, at)
  return parse(text, at)
}

function parse(text: string, at: Location): JsonValue {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (isForm(text)) throw fieldRefusal('不是合法的JSON：这是表单，请求体须为 JSON，Content-Type 为 application/json', null, at)
    throw fieldRefusal(`不是合法的JSON：${messageOf(error)}`, null, at)
  }
}

/** The nesting of a JSON text, without parsing it: what is nested deep is slow to walk through. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === '[' || token === '{') deepest = Math.max(deepest, ++depth)
    else if (token === ']' || token === '}') depth--
  }
  return deepest
}
