import type { FieldType, JsonValue } from '../model/index.ts'

/** Whether a value is of the type a table declares. */
export function isOfType(value: JsonValue, type: FieldType): boolean {
  if (type.endsWith('[]')) return Array.isArray(value) && value.every(item => isScalar(item, type.slice(0, -2)))
  return isScalar(value, type)
}

function isScalar(value: JsonValue, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  return typeof value === type
}
