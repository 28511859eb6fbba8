import { closeOf, textOf } from '@wxpay-live/compiler'
import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs'
import type Token from 'markdown-it/lib/token.mjs'
import { escapeHtml } from '../theme/escape-html.ts'

/** Rows that name a part of the request; the paths of their members do not begin with it. */
const groups = ['json', 'body', 'query', 'headers']

/** A row above another one that holds it. */
interface Parent {
  indent: number
  path: string
  isOptional: boolean
}

/**
 * Gives each row of a field table an anchor, such as `request.amount.total`, marks what may be left out, and adds a button
 * that folds the members of an object. A screen reader hears the anchor of a nested row.
 *
 * @param prefix begins the anchors; empty if the page has one operation
 */
export function addRowAnchors(state: StateCore, open: number, prefix: string): void {
  const { tokens } = state
  const [name = ''] = (tokens[open]!.attrGet('id') ?? '').split('-')
  const rows = rowsIn(tokens, open)
  const parents: Parent[] = []
  for (const [index, { row, cell, indent, isRequired }] of rows.entries()) {
    const field = textOf(tokens[tokens.indexOf(cell) + 1])
    while (parents.length && parents.at(-1)!.indent >= indent) parents.pop()
    const parent = parents.at(-1)
    const path = [parent?.path, field].filter(Boolean).join('.')
    const isOptional = !isRequired || parent?.isOptional === true
    const hasMembers = (rows[index + 1]?.indent ?? 0) > indent
    if (isOptional) row.attrSet('data-optional', '')
    if (index === 0) cell.attrSet('tabindex', '0')
    if (/^[\w.-]+$/.test(field)) cell.attrSet('id', [prefix, name, path].filter(Boolean).join('.'))
    if (hasMembers) addFoldButton(state, tokens[tokens.indexOf(cell) + 1]!, field)
    parents.push({ indent, path: indent === 0 && groups.includes(field) && hasMembers ? '' : path, isOptional })
  }
}

/** The rows of a table's body that name a field, with their first cells. */
function rowsIn(tokens: Token[], open: number) {
  const close = closeOf(tokens, open)
  return tokens.slice(open, close).flatMap((row, index) => {
    const cell = tokens[open + index + 1]
    if (row.type !== 'tr_open' || cell?.type !== 'td_open' || cell.attrGet('colspan')) return []
    const end = tokens.indexOf(tokens.slice(open + index).find(({ type }) => type === 'tr_close')!)
    const cells = tokens.slice(open + index, end)
    const attribute = (name: string) => cells.map(token => token.attrGet(name)).find(value => value !== null)
    return [{
      row, cell, indent: Number(attribute('data-indent') ?? 0), isRequired: attribute('data-required') !== undefined,
    }]
  })
}

function addFoldButton(state: StateCore, inline: Token, field: string): void {
  const token = new state.Token('html_inline', '', 0)
  token.content = `<button type="button" class="fold" aria-expanded="true" aria-label="${escapeHtml(field)} 的成员"></button>`
  inline.children?.unshift(token)
}
