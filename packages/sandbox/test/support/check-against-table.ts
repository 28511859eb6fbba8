import type { Field, JsonValue } from '@wxpay-live/compiler/model'

/** Returns how a value differs from a response table, in members, order, types or declared values. Independent of `src`. */
export function mismatches(fields: Field[], value: JsonValue | undefined, at = ''): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at}: not an object`]
  const names = Object.keys(value)
  const expected = fields.filter(({ name, required }) => required || names.includes(name))
  if (JSON.stringify(expected.map(({ name }) => name)) !== JSON.stringify(names)) {
    return [`${at}: ${names}, expected ${expected.map(({ name }) => name)}`]
  }
  return expected.flatMap((field) => {
    const location = `${at}/${field.name}`
    const found = value[field.name]
    const list = field.type.endsWith('[]')
    if (list !== Array.isArray(found)) return [`${location}: not ${field.type}`]
    return (list ? found as JsonValue[] : [found]).flatMap(item => mismatchesOfItem(field, item, location))
  })
}

function mismatchesOfItem(field: Field, item: JsonValue | undefined, at: string): string[] {
  const type = field.type.replace('[]', '')
  if (type === 'object') return field.children?.length ? mismatches(field.children, item, at) : []
  const found = Number.isInteger(item) && type === 'integer' ? 'integer' : typeof item
  if (found !== type) return [`${at}: ${found}, expected ${type}`]
  return field.enum && !field.enum.includes(String(item)) ? [`${at}: ${item} is not declared`] : []
}

/** Returns the members that a table lacks, or has with another type or values; missing members are fine. */
export function unknownMembers(fields: Field[], value: JsonValue | undefined, at = ''): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at}: not an object`]
  return Object.entries(value).flatMap(([name, found]) => {
    const forms = fields.filter(field => field.name === name)
    const location = `${at}/${name}`
    const mismatches = forms.map(form => unknownInItems(form, found, location))
    return mismatches.length ? mismatches.find(list => !list.length) ?? mismatches[0]! : [`${location}: unknown`]
  })
}

function unknownInItems(field: Field, found: JsonValue, at: string): string[] {
  const isList = field.type.endsWith('[]')
  if (isList !== Array.isArray(found)) return [`${at}: not ${field.type}`]
  return (isList ? found as JsonValue[] : [found]).flatMap(item => field.type.startsWith('object')
    ? unknownMembers(field.children ?? [], item, at)
    : mismatchesOfItem(field, item, at))
}
