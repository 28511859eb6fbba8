import type { Field, JsonValue, Limits } from '../model/index.ts'
import { declaredValues, scalarOf } from '../samples/types.ts'

/** An OpenAPI 3.1 schema, which is JSON Schema. */
export type Schema = Record<string, JsonValue>

/** The schema of an object; its properties are schemas by name. */
interface ObjectSchema extends Schema {
  properties: Schema
}

/** The schema of an object with these fields; forms of one field become `oneOf`. */
export function objectSchema(fields: Field[]): ObjectSchema {
  const forms = [...Map.groupBy(fields, ({ name }) => name).entries()]
  const required = forms.flatMap(([name, fields]) => fields.every(({ required }) => required) ? name : [])
  return {
    type: 'object',
    properties: Object.fromEntries(forms.map(([name, fields]) => {
      return [name, fields.length > 1 ? { oneOf: fields.map(schemaOf) } : schemaOf(fields[0]!)]
    })),
    ...(required.length && { required }),
  }
}

/** The schema of one field. OpenAPI cannot describe an encrypted value, so `x-encrypted` names its encryption. */
export function schemaOf(field: Field): Schema {
  const { type, description, encrypted, when } = field
  const scalar = scalarOf(type)
  const one = scalar === 'object' ? objectSchema(field.children ?? []) : scalarSchema(field, scalar)
  return {
    ...(scalar === type ? one : { type: 'array', items: one }),
    ...(description && { description }),
    ...(encrypted && { 'x-encrypted': encrypted }),
    ...(when && { 'x-required-when': when }),
  }
}

function scalarSchema(field: Field, type: string): Schema {
  const { encoded, children = [] } = field
  const values = declaredValues(field)
  return {
    type,
    ...(values.length && { enum: values }),
    ...limitsOf(field),
    ...(encoded && {
      contentMediaType: encoded === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
      contentSchema: objectSchema(children),
    }),
  }
}

/**
 * The limits of a field. JSON Schema counts characters: bytes bound them from above, and from below only if every
 * character is one byte. `x-length-unit` says what the lengths count in production.
 */
function limitsOf({ minLength, maxLength, lengthUnit, minimum, maximum, pattern }: Limits): Schema {
  const isExact = lengthUnit === 'characters' || pattern !== undefined || minLength === 1
  return {
    ...(minLength !== undefined && isExact && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
    ...(!lengthUnit && (minLength ?? maxLength) !== undefined && { 'x-length-unit': 'bytes' }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(pattern && { pattern }),
  }
}
