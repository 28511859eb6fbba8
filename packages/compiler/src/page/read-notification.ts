import type Token from 'markdown-it/lib/token.mjs'
import type { Field, Notification } from '../model/index.ts'
import { addSamples } from '../samples/sample.ts'
import { indentOf, toFields } from './fields.ts'
import { findReferences, findTable, findTables, type Section } from './sections.ts'
import { readCaption, readTable, type Row } from './table.ts'
import type { ReadContext } from './read-operation.ts'
import { titleOf } from './title.ts'

/** Whether a page describes a notification: its path is below `webhook/v3/`. */
export function isNotificationPage(page: string): boolean {
  return /(?:^|\/)webhook\/v3\/(?!index$)[^/]+$/.test(page)
}

/**
 * Reads the notification of a page. Its request table has the rows `headers` and `body`. The fields of the decrypted
 * resource are in tables `#resource`, one for each form and named by its first header cell, or below a separator row of
 * the request table, where a further separator starts another form if a name repeats below it.
 * Returns undefined and reports a problem if the body or the resource is missing.
 */
export function readNotification(
  tokens: Token[],
  { page, frontmatter, report, addLines }: ReadContext,
): Notification | undefined {
  const heading = Math.max(tokens.findIndex(({ type, tag }) => type === 'heading_open' && tag === 'h1'), 0)
  const section: Section = { heading, end: tokens.length, anchor: String(tokens[heading]?.attrGet('id') ?? '') }
  const line = (tokens[heading]?.map?.[0] ?? 0) + 1
  const rowsOf = (id: string) => {
    const table = findTable(tokens, section, id)
    return table === undefined ? [] : readTable(tokens, table)
  }
  const rows = rowsOf('request')
  const encryptedPart = rows.find(({ attrs }) => attrs['data-encrypted'] === 'by-aes-gcm')?.part ?? Infinity
  const fieldsOf = (rows: Row[], base = 0) => {
    const { fields, lines } = toFields(rows, report, base)
    addLines(lines)
    return fields
  }
  const fields = fieldsOf(rows.filter(({ part }) => part <= encryptedPart))
  const membersOf = (name: string) => fields.find(field => field.name === name)?.children ?? []
  const tables = findTables(tokens, section, 'resource')
  const names = tables.map(table => readCaption(tokens, table))
  const parts = tables.length
    ? tables.map(table => readTable(tokens, table))
    : formsOf(rows.filter(({ part }) => part > encryptedPart))
  const forms = parts.map(rows => fieldsOf(rows, rows[0] && indentOf(rows[0])))
  const answer = fieldsOf(rowsOf('response'))
  const [resource, ...alternatives] = forms
  const body = membersOf('body')
  if (!resource || !body.length) {
    report(line, 'the notification has no body or no decrypted resource',
      'add a table {.im-table #request} with the rows headers and body, and a table {.im-table #resource}')
    return undefined
  }
  const headers = membersOf('headers')
  const trees: Field[][] = [headers, body, answer, ...forms]
  for (const tree of trees) addSamples(tree)
  return {
    event: page.slice(page.lastIndexOf('/') + 1),
    title: titleOf(tokens[heading + 1], frontmatter),
    page,
    anchor: section.anchor,
    headers,
    body,
    resource,
    ...(alternatives.length && { alternatives }),
    ...(alternatives.length && names.length && { forms: names }),
    ...(answer.length && { answer }),
    references: findReferences(tokens, section),
  }
}

/**
 * Groups the parts of a table: a part starts a new form if it repeats a top-level name of the current one. A part that
 * begins deeper holds the members of the string above it.
 */
function formsOf(rows: Row[]): Row[][] {
  const forms: Row[][] = []
  const top = rows[0] && indentOf(rows[0])
  let names = new Set<string>()
  for (const part of Map.groupBy(rows, ({ part }) => part).values()) {
    const added = part.filter(row => indentOf(row) === top).map(({ name }) => name)
    const isNew = indentOf(part[0]!) === top && added.some(name => names.has(name))
    if (!forms.length || isNew) {
      forms.push([])
      names = new Set()
    }
    forms.at(-1)!.push(...part)
    for (const name of added) names.add(name)
  }
  return forms
}
