import type Token from 'markdown-it/lib/token.mjs'

/** The part of a page that one heading with a verb as its `id` begins. */
export interface Section {
  /** Index of the `heading_open` token. */
  heading: number
  /** Index of the first token that is not part of it. */
  end: number
  anchor: string
}

const verbAnchor = /^(?:get|post|put|patch|delete)(?:-|$)/

/** Cuts a page into its operations. */
export function toSections(tokens: Token[]): Section[] {
  const headings = tokens.flatMap((token, index) => {
    const anchor = token.type === 'heading_open' && token.attrGet('id')
    return anchor && verbAnchor.test(anchor) ? [{ heading: index, anchor }] : []
  })
  const endOf = (index: number) => headings[index + 1]?.heading ?? tokens.length
  return headings.map((section, index) => ({ ...section, end: endOf(index) }))
}

/** Index of the section's table of that id, with or without a verb behind it: `request`, `request-get`. */
export function findTable(tokens: Token[], { heading, end }: Section, id: string): number | undefined {
  for (let index = heading; index < end; index++) {
    const token = tokens[index]!
    if (token.type === 'table_open' && token.attrGet('id')?.split('-')[0] === id) return index
  }
  return undefined
}

/** The external links in the paragraphs between the section's last request or response table and the next heading. */
export function findReferences(tokens: Token[], section: Section): string[] {
  const tables = ['request', 'response'].map(id => findTable(tokens, section, id) ?? section.heading)
  const after = tokens.slice(Math.max(...tables) + 1, section.end)
  const next = after.findIndex(({ type }) => type === 'heading_open')
  return after.slice(0, next < 0 ? after.length : next).flatMap((token, index) => {
    if (token.type !== 'inline' || after[index - 1]?.type !== 'paragraph_open') return []
    const links = token.children?.filter(({ type }) => type === 'link_open') ?? []
    return links.map(link => link.attrGet('href') ?? '').filter(href => /^https?:/.test(href))
  })
}
