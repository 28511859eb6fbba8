import type { Field, JsonValue, ScalarType } from '@wxpay-live/compiler/model'
import type { Refusal } from '../replies/refusal.ts'
import { labelOf } from './label.ts'
import type { Breach } from './limits.ts'
import { addressOf, fieldRefusal, type Location } from './location.ts'

const typeNames: Record<ScalarType, string> = {
  string: '字符串', integer: '整数', number: '数字', boolean: '布尔值', object: '对象',
}

/** Returns the refusal of a missing value. The words are WeChat Pay's: wechatpay-java#365. */
export function missing(field: Field, at: Location): Refusal {
  const issue = '此字段为必填项'
  return fieldRefusal(issue, '', at, `输入源“${addressOf(at)}”映射到字段“${labelOf(field)}”必填性规则校验失败，${issue}`)
}

/**
 * Returns the refusal of a value of another type. The words for integers, strings and lists are WeChat Pay's
 * (wechatpay-axios-plugin#38, gopay#463), those for other types are like them.
 */
export function wrongType(field: Field, value: JsonValue, at: Location, expected: ScalarType | 'list'): Refusal {
  const json = at.source === 'body' ? ' JSON ' : ''
  const [kind, need] = expected === 'list'
    ? ['多重字段', '需要 JSON 数组对象']
    : ['目标字段', expected === 'integer' ? '需要一个合法的 64 位有符号整数' : `需要一个 ${expected} 类型的 Json 值`]
  const issue = `此字段需要${expected === 'list' ? '数组' : typeNames[expected]}，收到${typeNameOf(value)}`
  return fieldRefusal(issue, value, at, `无法将${json}输入源“${addressOf(at)}”映射到${kind}“${labelOf(field)}”中，此字段${need}`)
}

/** Returns the refusal of a value that breaks a limit. The words are WeChat Pay's: wechatpay-postman-script#7. */
export const overLimit = (field: Field, { issue, value }: Breach, at: Location): Refusal =>
  fieldRefusal(issue, value, at, `输入源“${addressOf(at)}”映射到值字段“${labelOf(field)}”${issue}`)

/** Returns the refusal of a value that the table does not declare; the words are ours. */
export function undeclared(field: Field, value: JsonValue, at: Location): Refusal {
  const issue = `此字段的值不在枚举值 ${field.enum?.join('、')} 之中`
  return fieldRefusal(issue, value, at, `输入源“${addressOf(at)}”映射到值字段“${labelOf(field)}”校验失败，${issue}`)
}

function typeNameOf(value: JsonValue): string {
  if (value === null) return '空值'
  switch (typeof value) {
    case 'string': return typeNames.string
    case 'boolean': return typeNames.boolean
    case 'number': return Number.isSafeInteger(value) ? typeNames.integer : typeNames.number
    default: return Array.isArray(value) ? '数组' : typeNames.object
  }
}
