import type { Field, FieldType, JsonValue, ScalarType } from '@wxpay-live/compiler/model'

/** A JSON object. */
export type JsonObject = Record<string, JsonValue>

/** Whether the type is a list. */
export const isList = (type: FieldType) => type.endsWith('[]')

/** The type of one value, or of each value of a list. */
export const itemType = (type: FieldType) => type.replace('[]', '') as ScalarType

/** Whether a value is a JSON object: neither `null` nor a list. */
export const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The member of that name, where the value has members. */
export const member = (value: JsonValue | undefined, name: string): JsonValue | undefined =>
  isObject(value) ? value[name] : undefined

/** The same value with the members of each object in the order of their names. */
export function sortMembers(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sortMembers)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.keys(value).sort().map(name => [name, sortMembers(value[name]!)]))
}

/** Whether a value, or an item of a list, is of that type. */
export function isOfType(type: ScalarType, value: JsonValue): boolean {
  switch (type) {
    case 'object': return isObject(value)
    case 'integer': return Number.isSafeInteger(value)
    default: return typeof value === type
  }
}

/** Whether a value, or an item of a list, is among the declared ones, if any are declared. */
export const isDeclared = (field: Field, value: JsonValue) => field.enum?.includes(String(value)) ?? true

/** Reads values written as text, in a path or query, as the field's type; what is not of that type stays text. */
export function readTexts(type: FieldType, texts: string[]): JsonValue | undefined {
  const values = texts.map(text => readText(itemType(type), text))
  return isList(type) && values.length ? values : values[0]
}

function readText(type: ScalarType, text: string): JsonValue {
  if (type === 'boolean' && /^(true|false)$/.test(text)) return text === 'true'
  if ((type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text)
  return text
}
