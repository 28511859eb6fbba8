import type { Field, JsonValue } from '@wxpay-live/compiler/model'
import { Refusal } from '../replies/refusal.ts'
import { isObject } from '../values/json.ts'
import type { Call } from './call.ts'

/**
 * Refuses query parameters and members of the body that the operation's tables do not have, as WeChat Pay does since
 * 2021 (wechatpay-php#64).
 *
 * @returns the locations of those that the operation tolerates, such as `/body/amount/refund_fee`
 * @throws Refusal 400 `PARAM_ERROR` with the locations of all others
 */
export function refuseUndefined({ operation, query, body }: Call): string[] {
  const { request, tolerates = [] } = operation
  const found = [
    ...[...new Set(query.keys())].filter(name => !request.query.some(field => field.name === name)).map(name => `/query/${name}`),
    ...request.json && body !== undefined ? undefinedMembers([request.json], body, '/body') : [],
  ]
  const isTolerated = (location: string) => tolerates === true || tolerates.includes(location.replace(/\/\d+(?=\/)/g, ''))
  const value = found.filter(location => !isTolerated(location))
  if (!value.length) return found
  throw new Refusal(400, {
    code: 'PARAM_ERROR', message: '请求中含有未在API文档中定义的参数', detail: { location: null, value },
  })
}

/** @param forms the forms of the field that holds the value */
function undefinedMembers(forms: Field[], value: JsonValue, at: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => undefinedMembers(forms, item, `${at}/${index}`))
  const fields = forms.flatMap(({ children = [] }) => children)
  // Of an object without rows, nobody knows the members.
  if (!isObject(value) || !fields.length) return []
  return Object.entries(value).filter(([, item]) => item !== null).flatMap(([name, item]) => {
    const known = fields.filter(field => field.name === name)
    return known.length ? undefinedMembers(known, item, `${at}/${name}`) : [`${at}/${name}`]
  })
}
