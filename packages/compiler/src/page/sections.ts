import type Token from 'markdown-it/lib/token.mjs'
import type { Report } from '../diagnostics.ts'
import type { Method } from '../model/index.ts'
import { own } from '../record.ts'

/** The part of a page from one heading to the next operation. */
export interface Section {
  /** Index of the `heading_open` token. */
  heading: number
  /** Index of the first token after the section. */
  end: number
  /** The `id` of the heading. */
  anchor: string
}

/** The section of an operation, whose anchor starts with its verb: `post`, `get-by-id`. */
export interface OperationSection extends Section {
  method: Method
}

const methods: Record<string, Method> = { get: 'GET', post: 'POST', put: 'PUT', patch: 'PATCH', delete: 'DELETE' }
const methodOf = (anchor: string) => own(methods, anchor.split('-')[0]!)
const tableAnchor = /^(?:request|response|resource)(?:-|$)/

/** Splits a page into the sections of its operations. */
export function toSections(tokens: Token[]): OperationSection[] {
  const headings = tokens.flatMap((token, index) => {
    const anchor = (token.type === 'heading_open' && token.attrGet('id')) || ''
    const method = methodOf(anchor)
    return method ? [{ heading: index, anchor, method }] : []
  })
  const endOf = (index: number) => headings[index + 1]?.heading ?? tokens.length
  return headings.map((section, index) => ({ ...section, end: endOf(index) }))
}

/** Reports duplicate ids and tables outside of an operation. */
export function checkIds(tokens: Token[], report: Report): void {
  const seen = new Set<string>()
  let section = false
  let line = 1
  for (const { type, map, attrs } of tokens) {
    // Cells have no line; they use the line of their row.
    if (map) line = 1 + map[0]
    const id = Object.fromEntries(attrs ?? []).id
    if (id === undefined) continue
    if (seen.has(id)) report(line, `duplicate id “${id}”`, `use another, such as {#${id}-2}`, 'warning')
    seen.add(id)
    section ||= type === 'heading_open' && methodOf(id) !== undefined
    if (type === 'table_open' && tableAnchor.test(id) && !section) {
      report(line, `the table #${id} is not part of an operation`, 'add a verb to the heading above, such as {#post}', 'warning')
    }
  }
}

/** Index of the section's table with this id, which may end in a verb: `request`, `request-get`. */
export function findTable(tokens: Token[], section: Section, id: string): number | undefined {
  return findTables(tokens, section, id)[0]
}

/** Indices of all tables of the section with this id and any ending: `resource`, `resource-partner`. */
export function findTables(tokens: Token[], { heading, end }: Section, id: string): number[] {
  return tokens.slice(heading, end).flatMap((token, index) =>
    token.type === 'table_open' && token.attrGet('id')?.split('-')[0] === id ? [heading + index] : [])
}

/** The external links in the section's paragraphs that start with 参阅. */
export function findReferences(tokens: Token[], { heading, end }: Section): string[] {
  return tokens.slice(heading, end).flatMap(({ type, content, children }, index) => {
    if (type !== 'inline' || tokens[heading + index - 1]?.type !== 'paragraph_open') return []
    if (!content.startsWith('参阅')) return []
    const links = children?.filter(({ type }) => type === 'link_open') ?? []
    return links.map(link => link.attrGet('href') ?? '').filter(href => /^https?:/.test(href))
  })
}
