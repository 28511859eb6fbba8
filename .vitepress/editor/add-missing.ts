import type { Field, JsonValue, Operation } from '@wxpay-live/compiler/model'
import type { RunnableLanguage } from '../session/types.ts'
import { insertInto, type Insertion } from '../theme/fields/insert-into.ts'
import type { Draft } from './draft.ts'
import type { Literal } from './literal.ts'

/**
 * Returns what adds a sample of a missing field to the code; undefined if no literal can take it, or if its value must be encrypted
 * first.
 *
 * @param location of the field, such as `/body/amount/total`
 */
export function addMissing(
  location: string, { request }: Operation, { literals }: Draft, text: string, language: RunnableLanguage,
): Insertion | undefined {
  const [source = '', ...steps] = location.split('/').slice(1)
  const names = steps.filter(step => !/^\d+$/.test(step))
  const { path, query, json } = request
  const fields = { body: json ? [json] : [], query, uri_template: path }[source] ?? []
  const field = fieldAt(fields, source === 'body' ? [json?.name ?? '', ...names] : names)
  const parent = location.slice(0, location.lastIndexOf('/'))
  const container = literals.get(source === 'uri_template' ? '' : parent)
  if (!field || isEncrypted(field)) return undefined
  if (container) return insertAt(container, text, language, field.name, field.sample)
  const options = literals.get('')
  return options && source === 'query' ? insertAt(options, text, language, 'query', { [field.name]: field.sample }) : undefined
}

function insertAt(
  literal: Literal, text: string, language: RunnableLanguage, name: string, value: JsonValue,
): Insertion | undefined {
  if (literal.kind !== 'object' && literal.kind !== 'empty') return undefined
  const last = literal.kind === 'object' ? literal.members.at(-1)?.value.to : undefined
  const end = last ?? literal.from + 1
  const [comma = ''] = /^\s*,/.exec(text.slice(end, literal.to)) ?? []
  return insertInto(text, language, { close: literal.to - 1, end: end + comma.length }, name, value)
}

function fieldAt(fields: Field[], [name, ...rest]: string[]): Field | undefined {
  const field = fields.find(field => field.name === name)
  return field && rest.length ? fieldAt(field.children ?? [], rest) : field
}

const isEncrypted = ({ encrypted, children = [] }: Field): boolean => (
  encrypted !== undefined || children.some(child => child.required && isEncrypted(child))
)
