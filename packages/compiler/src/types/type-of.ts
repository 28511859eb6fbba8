import type { Field } from '../model/index.ts'
import { declaredValues, scalarOf } from '../samples/types.ts'
import { quote } from '../typescript-text.ts'

/** The type of an object whose members no table lists. */
const anyObject = 'Record<string, unknown>'

/** The TypeScript type of an object with these fields, with descriptions as doc comments. */
export function objectType(fields: Field[], indent = '', unlisted = anyObject): string {
  if (!fields.length) return '{}'
  const inner = `${indent}  `
  const names = [...new Set(fields.map(({ name }) => name))]
  const members = names.flatMap((name) => {
    const forms = fields.filter(field => field.name === name)
    const types = forms.map(field => typeOf(field, inner, unlisted))
    const optional = forms.some(({ required }) => !required)
    return [...docComment(forms[0]!.description, inner), `${inner}${key(name)}${optional ? '?' : ''}: ${types.join(' | ')}`]
  })
  return ['{', ...members, `${indent}}`].join('\n')
}

/** The TypeScript type of one field. */
export function typeOf(field: Field, indent = '', unlisted = anyObject): string {
  const scalar = scalarOf(field.type)
  const one = scalar === 'object' ? objectOf(field, indent, unlisted) : scalarTypeOf(field, scalar)
  if (scalar === field.type) return one
  return one.includes(' | ') ? `(${one})[]` : `${one}[]`
}

/** Writes a doc comment of one line; empty if the text is. */
export function docComment(text: string, indent: string): string[] {
  const line = text.replace(/\s+/g, ' ').replaceAll('*/', '*\\/').trim()
  return line ? [`${indent}/** ${line} */`] : []
}

/** Writes the name of a member, quoted if needed. */
export function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name)
}

function objectOf({ children }: Field, indent: string, unlisted: string): string {
  return children ? objectType(children, indent, unlisted) : unlisted
}

function scalarTypeOf(field: Field, scalar: string): string {
  const values = declaredValues(field)
  if (values.length) return values.map(value => typeof value === 'string' ? quote(value) : String(value)).join(' | ')
  return scalar === 'integer' ? 'number' : scalar
}
