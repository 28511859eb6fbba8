import type { Field, JsonValue } from '@wxpay-live/compiler/model'
import type { Refusal } from '../replies/refusal.ts'
import { isDeclared, isList, isOfType, itemType, member } from '../values/json.ts'
import { missing, overLimit, undeclared, wrongType } from './broken-rule.ts'
import { breachOf } from './limits.ts'
import { inside, type Location } from './location.ts'

/** Whether the value at a location is not known yet, as in a program that is being written. */
export type IsOpen = (at: Location) => boolean

const nothingIsOpen: IsOpen = () => false

/**
 * Checks a value and its members against a field of a table. Members that the table does not have are left to
 * `refuseUndefined`.
 *
 * @throws Refusal 400 `PARAM_ERROR` for the first invalid value in the order of the table
 */
export function checkField(field: Field, value: JsonValue | undefined, at: Location): void {
  for (const refusal of refusalsOf(field, value, at)) throw refusal
}

/**
 * Checks the members of a value. Of a member with several forms, one must fit.
 *
 * @throws Refusal like `checkField`
 */
export function checkMembers(fields: Field[], value: JsonValue, at: Location): void {
  for (const refusal of refusalsOfMembers(fields, value, at, nothingIsOpen)) throw refusal
}

/**
 * Finds every invalid value that `checkField` would refuse, in the order of the table.
 *
 * @param isOpen which values may be anything. @default none
 */
export function* refusalsOf(
  field: Field, value: JsonValue | undefined, at: Location, isOpen = nothingIsOpen,
): Generator<Refusal> {
  if (isOpen(at)) return
  if (value === undefined || value === null) {
    if (field.required) yield missing(field, at)
  } else if (!isList(field.type)) {
    yield* refusalsOfItem(field, value, at, isOpen)
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* refusalsOfItem(field, item, inside(at, index), isOpen)
  } else {
    yield wrongType(field, value, at, 'list')
  }
}

function* refusalsOfMembers(
  fields: Field[], value: JsonValue, at: Location, isOpen: IsOpen,
): Generator<Refusal> {
  for (const field of fields) {
    const forms = field.alt === undefined ? [field] : fields.filter(({ name }) => name === field.name)
    yield* refusalsOfForms(forms, member(value, field.name), inside(at, field.name), isOpen)
  }
}

function* refusalsOfItem(field: Field, value: JsonValue, at: Location, isOpen: IsOpen): Generator<Refusal> {
  if (isOpen(at)) return
  const type = itemType(field.type)
  if (!isOfType(type, value)) return yield wrongType(field, value, at, type)
  if (!isDeclared(field, value)) return yield undeclared(field, value, at)
  const breach = breachOf(field, value)
  if (breach) yield overLimit(field, breach, at)
  else if (type === 'object') yield* refusalsOfMembers(field.children ?? [], value, at, isOpen)
}

function* refusalsOfForms(
  [form, ...others]: Field[], value: JsonValue | undefined, at: Location, isOpen: IsOpen,
): Generator<Refusal> {
  if (!form) return
  const fits = (other: Field) => refusalsOf(other, value, at, isOpen).next().done
  if (!others.some(fits)) yield* refusalsOf(form, value, at, isOpen)
}
