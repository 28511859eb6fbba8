import type { Field, FieldType, JsonValue, ScalarType } from '@wxpay-live/compiler/model'

/** A JSON object. */
export type JsonObject = Record<string, JsonValue>

/** Parses JSON; `undefined` if the text is not JSON. */
export function readJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whether a type is a list. */
export const isList = (type: FieldType) => type.endsWith('[]')

/** The type of a value, or of the items of a list. */
export const itemType = (type: FieldType) => type.replace('[]', '') as ScalarType

/** Whether a value is a JSON object, and not `null` or a list. */
export const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The member of a JSON object; `undefined` if the value is not an object. */
export const member = (value: JsonValue | undefined, name: string): JsonValue | undefined =>
  isObject(value) ? value[name] : undefined

/** Returns the value with the members of each object sorted by name. */
export function sortMembers(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sortMembers)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.keys(value).sort().map(name => [name, sortMembers(value[name]!)]))
}

/** Returns the object without members that are `null`, at any depth. */
export const withoutNulls = (object: JsonObject): JsonObject => Object.fromEntries(
  Object.entries(object).flatMap(([name, value]) => value === null ? [] : [[name, withoutNullsIn(value)]]),
)

function withoutNullsIn(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutNullsIn)
  return isObject(value) ? withoutNulls(value) : value
}

/** Whether a value, or an item of a list, has a type. */
export function isOfType(type: ScalarType, value: JsonValue): boolean {
  switch (type) {
    case 'object': return isObject(value)
    case 'integer': return Number.isSafeInteger(value)
    default: return typeof value === type
  }
}

/** Whether the field declares the value, or item of a list, in its `enum`; `true` if the field has no `enum`. */
export const isDeclared = (field: Field, value: JsonValue) => field.enum?.includes(String(value)) ?? true

/** Converts text from a path, query or header to the field's type; text of another type stays text. */
export function readTexts(type: FieldType, texts: string[]): JsonValue | undefined {
  const values = texts.map(text => readText(itemType(type), text))
  return isList(type) && values.length ? values : values[0]
}

function readText(type: ScalarType, text: string): JsonValue {
  if (type === 'boolean' && /^(true|false)$/.test(text)) return text === 'true'
  if ((type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text)
  return text
}
