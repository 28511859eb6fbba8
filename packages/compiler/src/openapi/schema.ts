import type { Field, JsonValue } from '../model/index.ts'
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
  const { type, description, encrypted } = field
  const scalar = scalarOf(type)
  const one = scalar === 'object' ? objectSchema(field.children ?? []) : scalarSchema(field, scalar)
  return {
    ...(scalar === type ? one : { type: 'array', items: one }),
    ...(description && { description }),
    ...(encrypted && { 'x-encrypted': encrypted }),
  }
}

function scalarSchema(field: Field, type: string): Schema {
  const { encoded, children = [] } = field
  const values = declaredValues(field)
  return {
    type,
    ...(values.length && { enum: values }),
    ...(encoded && {
      contentMediaType: encoded === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
      contentSchema: objectSchema(children),
    }),
  }
}
