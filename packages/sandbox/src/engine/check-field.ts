import type { Field, JsonValue } from '@wxpay-live/compiler/model'
import { isDeclared, isList, isOfType, itemType, member } from '../values/json.ts'
import { missing, overLimit, undeclared, wrongType } from './broken-rule.ts'
import { breachOf } from './limits.ts'
import { inside, type Location } from './location.ts'

/**
 * Checks a value and its members against a field of a table. Members that the table does not have are left to
 * `refuseUndefined`.
 *
 * @throws Refusal 400 `PARAM_ERROR` for the first invalid value in the order of the table
 */
export function checkField(field: Field, value: JsonValue | undefined, at: Location): void {
  if (value === undefined || value === null) {
    if (field.required) throw missing(field, at)
  } else if (!isList(field.type)) {
    checkItem(field, value, at)
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => checkItem(field, item, inside(at, index)))
  } else {
    throw wrongType(field, value, at, 'list')
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
  if (!isOfType(type, value)) throw wrongType(field, value, at, type)
  if (!isDeclared(field, value)) throw undeclared(field, value, at)
  const breach = breachOf(field, value)
  if (breach) throw overLimit(field, breach, at)
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
