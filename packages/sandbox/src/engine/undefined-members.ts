import type { Field, JsonValue } from '@wxpay-live/compiler/model'
import { Refusal } from '../replies/refusal.ts'
import { isObject } from '../values/json.ts'
import type { Call } from './call.ts'

/**
 * Refuses query parameters and members of the body that the operation's tables do not have, as WeChat Pay does since
 * 2021 (wechatpay-php#64).
 *
 * @returns the locations that the operation tolerates, such as `/body/amount/refund_fee`
 * @throws Refusal 400 `PARAM_ERROR` with the locations of all others
 */
export function refuseUndefined({ operation, query, body }: Call): string[] {
  const { request, tolerates = [] } = operation
  const found: string[] = []
  for (const name of new Set(query.keys())) {
    if (!request.query.some(field => field.name === name)) found.push(`/query/${name}`)
  }
  if (request.json && body !== undefined) collect([request.json], body, '/body', found)
  const isTolerated = (location: string) => tolerates === true || tolerates.includes(location.replace(/\/\d+(?=\/)/g, ''))
  const value = found.filter(location => !isTolerated(location))
  if (!value.length) return found
  throw new Refusal(400, {
    code: 'PARAM_ERROR', message: '请求中含有未在API文档中定义的参数', detail: { location: null, value },
  })
}

/** More than any program sends by mistake; the limit keeps a huge body from making a huge response. */
const maxFound = 1_000

/**
 * Adds the locations of the undefined members of a value, up to a limit.
 *
 * @param forms the forms of the field that holds the value
 */
function collect(forms: Field[], value: JsonValue, at: string, found: string[]): void {
  if (Array.isArray(value)) return value.forEach((item, index) => collect(forms, item, `${at}/${index}`, found))
  const fields = forms.flatMap(({ children = [] }) => children)
  // The members of an object without rows are unknown.
  if (!isObject(value) || !fields.length) return
  for (const name in value) {
    if (found.length >= maxFound) return
    const item = value[name]
    if (item === null || item === undefined) continue
    const known = fields.filter(field => field.name === name)
    if (known.length) collect(known, item, `${at}/${name}`, found)
    else found.push(`${at}/${name}`)
  }
}
