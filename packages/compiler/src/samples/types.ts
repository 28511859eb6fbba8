import type { FieldType, JsonValue } from '../model/index.ts'

/** Whether a value is of the type a table declares. */
export function isOfType(value: JsonValue, type: FieldType): boolean {
  const scalar = scalarOf(type)
  if (scalar === type) return isScalar(value, type)
  return Array.isArray(value) && value.every(item => isScalar(item, scalar))
}

/** The type of a list's elements; any other type as it is. */
export function scalarOf(type: FieldType): string {
  return type.replace('[]', '')
}

/** The value of a scalar type that a text stands for; undefined where there is none. */
export function parseScalar(text: string, type: string): JsonValue | undefined {
  if (type === 'string') return text
  try {
    const value = JSON.parse(text) as JsonValue
    return isScalar(value, type) ? value : undefined
  } catch {
    return undefined
  }
}

function isScalar(value: JsonValue, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  return typeof value === type
}
