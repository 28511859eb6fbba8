import type Token from 'markdown-it/lib/token.mjs'
import type { Report } from '../diagnostics.ts'
import type { Method } from '../model/index.ts'
import { own } from '../record.ts'

/** The part of a page that one heading with a verb as its `id` begins. */
export interface Section {
  /** Index of the `heading_open` token. */
  heading: number
  /** Index of the first token that is not part of it. */
  end: number
  anchor: string
}

/** The section of an operation; its method is the verb that its anchor begins with. */
export interface OperationSection extends Section {
  method: Method
}

const methods: Record<string, Method> = { get: 'GET', post: 'POST', put: 'PUT', patch: 'PATCH', delete: 'DELETE' }
const methodOf = (anchor: string) => own(methods, anchor.split('-')[0]!)
const tableAnchor = /^(?:request|response)(?:-|$)/

/** Cuts a page into its operations. */
export function toSections(tokens: Token[]): OperationSection[] {
  const headings = tokens.flatMap((token, index) => {
    const anchor = (token.type === 'heading_open' && token.attrGet('id')) || ''
    const method = methodOf(anchor)
    return method ? [{ heading: index, anchor, method }] : []
  })
  const endOf = (index: number) => headings[index + 1]?.heading ?? tokens.length
  return headings.map((section, index) => ({ ...section, end: endOf(index) }))
}

/** Reports ids that lead to more than one place, and tables that belong to no operation. */
export function checkIds(tokens: Token[], report: Report): void {
  const seen = new Set<string>()
  let section = false
  let line = 1
  for (const { type, map, attrs } of tokens) {
    // Cells have no place of their own: theirs is the row's.
    if (map) line = 1 + map[0]
    const id = Object.fromEntries(attrs ?? []).id
    if (id === undefined) continue
    if (seen.has(id)) report(line, `the id “${id}” is used twice`, `write another, such as {#${id}-2}`, 'warning')
    seen.add(id)
    section ||= type === 'heading_open' && methodOf(id) !== undefined
    if (type === 'table_open' && tableAnchor.test(id) && !section) {
      report(line, `the table #${id} belongs to no operation`, 'add the verb to the heading above, such as {#post}', 'warning')
    }
  }
}

/** Index of the section's table of that id, with or without a verb behind it: `request`, `request-get`. */
export function findTable(tokens: Token[], { heading, end }: Section, id: string): number | undefined {
  for (let index = heading; index < end; index++) {
    const token = tokens[index]!
    if (token.type === 'table_open' && token.attrGet('id')?.split('-')[0] === id) return index
  }
  return undefined
}

/** The external links of the section's paragraphs that begin with 参阅. */
export function findReferences(tokens: Token[], { heading, end }: Section): string[] {
  return tokens.slice(heading, end).flatMap(({ type, content, children }, index) => {
    if (type !== 'inline' || tokens[heading + index - 1]?.type !== 'paragraph_open') return []
    if (!content.startsWith('参阅')) return []
    const links = children?.filter(({ type }) => type === 'link_open') ?? []
    return links.map(link => link.attrGet('href') ?? '').filter(href => /^https?:/.test(href))
  })
}
