import type { Field, JsonValue, Limits } from '@wxpay-live/compiler/model'

const utf8 = new TextEncoder()

/**
 * Returns what a value breaks of its field's limits, in WeChat Pay's words; `undefined` if it breaks none.
 * A required text is not empty. An encrypted text has no limits: no table says whether they are those of the plaintext
 * or of the ciphertext.
 */
export function limitIssue(field: Field, value: JsonValue): string | undefined {
  if (typeof value === 'number') return sizeIssue(value, field)
  if (typeof value !== 'string') return undefined
  if (!value && !field.required) return undefined
  if (!value) return lengthIssue(value, { minLength: field.minLength ?? 1 })
  return field.encrypted ? undefined : lengthIssue(value, field) ?? patternIssue(value, field)
}

function sizeIssue(value: number, { minimum = -Infinity, maximum = Infinity }: Limits): string | undefined {
  if (value < minimum) return `数值规则校验失败，数值 ${value}，小于最小值 ${minimum}`
  return value > maximum ? `数值规则校验失败，数值 ${value}，大于最大值 ${maximum}` : undefined
}

function lengthIssue(text: string, limits: Limits): string | undefined {
  const { minLength = 0, maxLength = Infinity, lengthUnit } = limits
  // A UTF-16 code unit takes one to three bytes, and is at most one character.
  if (!lengthUnit && text.length >= minLength && text.length * 3 <= maxLength) return undefined
  const [unit, length] = lengthUnit === 'characters'
    ? ['字符数', Array.from(text).length]
    : ['字节数', utf8.encode(text).length]
  if (length < minLength) return `字符串规则校验失败，${unit} ${length}，小于最小值 ${minLength}`
  return length > maxLength ? `字符串规则校验失败，${unit} ${length}，大于最大值 ${maxLength}` : undefined
}

/** Compiled patterns: every request is checked against the few of the catalog. */
const compiled = new Map<string, RegExp>()

function patternIssue(text: string, { pattern }: Limits): string | undefined {
  if (pattern === undefined) return undefined
  const expression = compiled.get(pattern) ?? new RegExp(pattern, 'u')
  compiled.set(pattern, expression)
  return expression.test(text) ? undefined : `字符串必须匹配正则表达式“${pattern}”`
}
