import type { Field, JsonValue, Limits } from '@wxpay-live/compiler/model'

/** The limit that a value breaks, in WeChat Pay's words, and the value that the error reports: the length of a text. */
export interface Breach {
  issue: string
  value: string | number
}

const utf8 = new TextEncoder()

/**
 * Returns the limit of its field that a value breaks; `undefined` if the value is valid.
 * A required text is not empty. An encrypted text has no limits: no table says whether they limit the plaintext or the
 * ciphertext.
 */
export function breachOf(field: Field, value: JsonValue): Breach | undefined {
  if (typeof value === 'number') return sizeBreach(value, field)
  if (typeof value !== 'string') return undefined
  if (!value && !field.required) return undefined
  if (field.encrypted && value) return undefined
  const breach = lengthBreach(value, field) ?? patternBreach(value, field)
  return breach ?? (value ? undefined : lengthBreach(value, { ...field, minLength: 1 }))
}

function sizeBreach(value: number, { minimum = -Infinity, maximum = Infinity }: Limits): Breach | undefined {
  return rangeBreach('数值规则校验失败，数值', value, minimum, maximum)
}

function lengthBreach(text: string, limits: Limits): Breach | undefined {
  const { minLength = 0, maxLength = Infinity, lengthUnit } = limits
  // A UTF-16 code unit takes one to three bytes, and is at most one character.
  if (!lengthUnit && text.length >= minLength && text.length * 3 <= maxLength) return undefined
  const [unit, length] = lengthUnit === 'characters'
    ? ['字符数', Array.from(text).length]
    : ['字节数', utf8.encode(text).length]
  return rangeBreach(`字符串规则校验失败，${unit}`, length, minLength, maxLength)
}

function rangeBreach(what: string, value: number, least: number, most: number): Breach | undefined {
  if (value < least) return { issue: `${what} ${value}，小于最小值 ${least}`, value }
  return value > most ? { issue: `${what} ${value}，大于最大值 ${most}`, value } : undefined
}

/** Compiled patterns: every request is checked against the few of the catalog. */
const compiled = new Map<string, RegExp>()

/** The sample time of the official tables; of our patterns, only the RFC 3339 pattern matches it. */
const sampleTime = '2015-05-20T13:29:35+08:00'

function patternBreach(text: string, { pattern }: Limits): Breach | undefined {
  if (pattern === undefined) return undefined
  const expression = compiled.get(pattern) ?? new RegExp(pattern, 'u')
  compiled.set(pattern, expression)
  if (expression.test(text)) return undefined
  const need = expression.test(sampleTime) ? '是符合 RFC3339 日期时间格式' : `匹配正则表达式“${pattern}”`
  return { issue: `字符串规则校验失败，字符串必须${need}`, value: text }
}
