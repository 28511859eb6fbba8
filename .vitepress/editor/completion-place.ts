import type { Field, Operation } from '@wxpay-live/compiler/model'
import type { Literal, Member } from './literal.ts'

/** What can be written at a place of a call. */
export type CompletionPlace
  /** A member of an object, which may be being renamed. */
  = | { kind: 'name', fields: Field[], members: Member[], renames: Member | undefined }
    /** A value of a field. */
    | { kind: 'value', field: Field, literal: Literal }

/** The options of a call, as the members of an object. */
function optionFields({ request }: Operation): Field[] {
  const group = (name: string, children: Field[]): Field[] => {
    const required = children.some(field => field.required)
    if (!children.length) return []
    return [{ name, type: 'object', required, description: '', sample: {}, children }]
  }
  return [
    ...request.path,
    ...group('query', request.query),
    ...group('headers', request.headers),
    ...request.json ? [request.json] : [],
  ]
}

/** Finds out what can be written at an offset in the argument of a call. */
export function completionPlace(
  operation: Operation, argument: Literal, at: number,
): CompletionPlace | undefined {
  const options: Field = {
    name: '', type: 'object', required: true, description: '', sample: {}, children: optionFields(operation),
  }
  return placeIn([options], argument, at)
}

const holds = ({ from, to }: { from: number, to: number }, at: number) => from <= at && at <= to

/** @param forms the forms of the field whose value the literal is */
function placeIn(forms: Field[], literal: Literal, at: number): CompletionPlace | undefined {
  const [field] = forms
  if (!field) return undefined
  const isObject = field.type.startsWith('object')
  if (literal.kind === 'list' && field.type.endsWith('[]')) {
    const item = literal.items.find(item => holds(item, at))
    return item && placeIn(forms.map(asItem), item, at)
  }
  if (!isObject) return { kind: 'value', field, literal }
  const fields = forms.flatMap(({ children = [] }) => children)
  if (literal.kind !== 'object') {
    const inside = literal.from < at && at < literal.to
    const isContainer = literal.kind === 'empty' || literal.kind === 'list'
    return isContainer && inside && !field.type.endsWith('[]')
      ? { kind: 'name', fields, members: [], renames: undefined }
      : undefined
  }
  if (at <= literal.from || at >= literal.to) return undefined
  const member = literal.members.find(({ value }) => holds(value, at))
  if (member) return placeIn(fields.filter(({ name }) => name === member.name), member.value, at)
  const renames = literal.members.find(({ key }) => holds(key, at))
  return { kind: 'name', fields, members: literal.members, renames }
}

const asItem = (field: Field): Field => ({ ...field, type: field.type.startsWith('object') ? 'object' : field.type })
