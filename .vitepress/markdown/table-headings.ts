import { closeOf } from '@wxpay-live/compiler'
import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs'
import type Token from 'markdown-it/lib/token.mjs'
import { headingHtml } from './heading.ts'
import { htmlBlock } from './html-block.ts'

/** Text and id of the heading above a table, by the first word of the table's id. */
const headings: Record<string, { text: string, id: string }> = {
  request: { text: '请求', id: 'parameters' },
  response: { text: '响应', id: 'returns' },
}

/** The first word of the id of a table of fields. */
export const fieldTable = /^(?:request|response|resource)$/

/** A shorter table needs no filter. */
const fewestRows = 15

/** Static, but for the filter: what may be left out is hidden by CSS. */
const tools = '<div class="table-tools"><label><input type="checkbox"> 只看必填</label>'
  + '<input type="search" aria-label="筛选字段" placeholder="筛选字段"></div>\n'

/**
 * Adds a heading above each request and response table that is not directly below one, one level below the heading above
 * it, and tools to find a field above each long table. The id ends as that of the table: `#request-get` has
 * `#parameters-get`.
 */
export function addTableHeadings(state: StateCore): void {
  const { tokens } = state
  for (let index = tokens.length - 1; index > 0; index--) {
    const { type, level } = tokens[index]!
    const [name = '', ...ending] = (tokens[index]!.attrGet('id') ?? '').split('-')
    if (type !== 'table_open' || level > 0 || !fieldTable.test(name)) continue
    if (countRows(tokens, index) > fewestRows) tokens.splice(index, 0, htmlBlock(state, tools))
    const heading = headings[name]
    if (!heading || tokens[index - 1]!.type === 'heading_close') continue
    const id = [heading.id, ...ending].join('-')
    tokens.splice(index, 0, htmlBlock(state, headingHtml(levelAbove(state, index) + 1, id, heading.text)))
  }
}

function countRows(tokens: Token[], open: number): number {
  return tokens.slice(open, closeOf(tokens, open)).filter(({ type }) => type === 'tr_open').length
}

/** The level of the heading above a token; operations begin with one. */
function levelAbove({ tokens }: StateCore, index: number): number {
  const above = tokens.slice(0, index).findLast(({ type, level }) => type === 'heading_open' && level === 0)
  return Number(above?.tag.slice(1) ?? 1)
}
