import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs'
import { headingHtml } from './heading.ts'
import { htmlBlock } from './html-block.ts'

/** Text and id of the heading above a table, by the first word of the table's id. */
const headings: Record<string, { text: string, id: string }> = {
  request: { text: '请求', id: 'parameters' },
  response: { text: '响应', id: 'returns' },
}

/**
 * Adds a heading above each request and response table that is not directly below one, one level below the heading above
 * it. Its id ends as that of the table: `#request-get` has `#parameters-get`.
 */
export function addTableHeadings(state: StateCore): void {
  const { tokens } = state
  for (let index = tokens.length - 1; index > 0; index--) {
    const { type, level, attrs } = tokens[index]!
    const [name = '', ...ending] = (new Map(attrs).get('id') ?? '').split('-')
    const heading = type === 'table_open' && level === 0 && headings[name]
    if (!heading || tokens[index - 1]!.type === 'heading_close') continue
    const id = [heading.id, ...ending].join('-')
    tokens.splice(index, 0, htmlBlock(state, headingHtml(levelAbove(state, index) + 1, id, heading.text)))
  }
}

/** The level of the heading above a token; operations begin with one. */
function levelAbove({ tokens }: StateCore, index: number): number {
  const above = tokens.slice(0, index).findLast(({ type, level }) => type === 'heading_open' && level === 0)
  return Number(above?.tag.slice(1) ?? 1)
}
