import { isObject, parseJson } from '../json.ts'
import type { Field, FieldType, JsonValue } from '../model/index.ts'

/** Whether a value is of a field's type. */
export function isOfType(value: JsonValue, type: FieldType): boolean {
  const scalar = scalarOf(type)
  if (scalar === type) return isScalar(value, type)
  return Array.isArray(value) && value.every(item => isScalar(item, scalar))
}

/** The element type of a list; any other type unchanged. */
export function scalarOf(type: FieldType): string {
  return type.replace('[]', '')
}

/** Parses a text as a value of a scalar type; undefined if it is not one. */
export function parseScalar(text: string, type: string): JsonValue | undefined {
  if (type === 'string') return text
  const value = parseJson(text)
  return value !== undefined && isScalar(value, type) ? value : undefined
}

/** The declared values of a field that are of its scalar type, in the order of the page. */
export function declaredValues({ enum: values = [], type }: Pick<Field, 'enum' | 'type'>): JsonValue[] {
  return values.flatMap(value => parseScalar(value, scalarOf(type)) ?? [])
}

function isScalar(value: JsonValue, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'object') return isObject(value)
  return typeof value === type
}
