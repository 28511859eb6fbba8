import type { CompiledFolder } from '@wxpay-live/compiler'
import type { Field } from '@wxpay-live/compiler/model'
import type { Refused } from './check-folder.ts'
import type { GlossaryEntry } from './facts.ts'

/** A field of a page, and what the glossary calls its parent. */
interface Row {
  field: Field
  parent: string
}

/** The text of a description without the values, which each row has of its own. */
export const withoutValues = (text: string) => text.replace(/。?(?:枚举值|固定为).*$/, '')

/** Names the rows whose description is neither the glossary's text of the field nor one of its `others`. */
export function checkGlossary({ compiled }: Pick<CompiledFolder, 'compiled'>, glossary: GlossaryEntry[]): Refused[] {
  const entries = new Map(glossary.map(entry => [`${entry.parent}.${entry.name}`, entry]))
  return compiled.flatMap(page => rowsOf(page).flatMap(({ field, parent }): Refused[] => {
    const { text, others = [] } = entries.get(`${parent}.${field.name}`) ?? { text: null }
    const known = [...text === null ? [] : [text], ...others].map(withoutValues)
    if (known.includes(withoutValues(field.description))) return []
    const wanted = text === null ? 'has no text for it' : `says “${withoutValues(text)}”`
    return [{
      file: page.file,
      line: page.lines.get(field) ?? 1,
      message: `${field.name} (below ${parent}): the glossary ${wanted}: write that, or add this one to \`others\` in glossary.ndjson`,
    }]
  }))
}

/** All rows of the tables of a page that our glossary describes. */
export function rowsOf({ operations, notification }: CompiledFolder['compiled'][number]): Row[] {
  const own = operations.filter(({ example }) => !example?.tabs.length)
  const ofOperations = own.flatMap(({ operation: { request, response } }) => {
    const { path, query, headers, json, body } = request
    return [
      ...below([...path, ...query, ...json?.children ?? [], ...body?.children ?? []], 'request'),
      ...below(headers, 'headers'),
      ...below(response, 'response'),
    ]
  })
  const { resource = [], alternatives = [] } = notification ?? {}
  return [...ofOperations, ...[resource, ...alternatives].flatMap(fields => below(fields, 'notification'))]
}

const below = (fields: readonly Field[], parent: string): Row[] => fields.flatMap(field => [
  { field, parent }, ...below(field.children ?? [], field.name),
])
