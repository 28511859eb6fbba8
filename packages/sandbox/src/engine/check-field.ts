import type { Field, JsonValue } from '@wxpay-live/compiler/model'
import { isDeclared, isList, isOfType, itemType, member } from '../values/json.ts'
import { limitIssue } from './limits.ts'
import { fieldRefusal, inside, type Location } from './location.ts'

const typeNames = { string: '字符串', integer: '整数', number: '数字', boolean: '布尔值', object: '对象' }

/**
 * Checks a value and its members against a field of a table. Members that the table does not have are accepted.
 *
 * @throws Refusal 400 `PARAM_ERROR` for the first invalid value in the order of the table
 */
export function checkField(field: Field, value: JsonValue | undefined, at: Location): void {
  if (value === undefined || value === null) {
    if (field.required) throw fieldRefusal('此字段为必填项', null, at)
  } else if (!isList(field.type)) {
    checkItem(field, value, at)
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => checkItem(field, item, inside(at, index)))
  } else {
    throw fieldRefusal(`此字段需要数组，收到${typeNameOf(value)}`, value, at)
  }
}

/**
 * Checks the members of a value. Of a member with several forms, one must fit.
 *
 * @throws Refusal like `checkField`
 */
export function checkMembers(fields: Field[], value: JsonValue, at: Location): void {
  for (const field of fields) {
    const forms = field.alt === undefined ? [field] : fields.filter(({ name }) => name === field.name)
    checkForms(forms, member(value, field.name), inside(at, field.name))
  }
}

function checkItem(field: Field, value: JsonValue, at: Location): void {
  const type = itemType(field.type)
  if (!isOfType(type, value)) {
    throw fieldRefusal(`此字段需要${typeNames[type]}，收到${typeNameOf(value)}`, value, at)
  }
  if (!isDeclared(field, value)) {
    throw fieldRefusal(`此字段的值不在枚举值 ${field.enum?.join('、')} 之中`, value, at)
  }
  const issue = limitIssue(field, value)
  if (issue) throw fieldRefusal(issue, value, at)
  if (type === 'object') checkMembers(field.children ?? [], value, at)
}

function checkForms([form, ...others]: Field[], value: JsonValue | undefined, at: Location): void {
  if (!form) return
  try {
    checkField(form, value, at)
  } catch (refusal) {
    if (!others.some(other => fits(other, value, at))) throw refusal
  }
}

function fits(form: Field, value: JsonValue | undefined, at: Location): boolean {
  try {
    checkField(form, value, at)
    return true
  } catch {
    return false
  }
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
