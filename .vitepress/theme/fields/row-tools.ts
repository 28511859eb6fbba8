import { codeBeside } from './shown-code.ts'
import { lineOf, membersOf } from './members.ts'
import { pathOf, type Row } from './rows.ts'

const link = Object.assign(document.createElement('a'), { className: 'row-link' })
const add = Object.assign(document.createElement('button'), { className: 'row-add', type: 'button' })
const tools = Object.assign(document.createElement('span'), { className: 'row-tools' })

let row: Row | undefined

/** The row that is pointed at, or has the focus. */
export const pointedRow = () => row

/** Whether an element is the button that adds the field of the pointed row to the code. */
export const isAddButton = (element: Element) => element === add

/** Puts the tools into a row and marks its line in the code beside it; undefined takes them away. */
export function pointAt(next: Row | undefined): void {
  // The tools have the focus, or are about to be clicked.
  if (row === next) return
  if (row) codeBeside(row)?.mark(undefined)
  row = next
  showTools(next)
}

/** Shows what can be done with the pointed row, after the code has changed too. */
export function showTools(next: Row | undefined): void {
  const cell = next?.cells[0]
  if (!next || !cell?.id) return tools.remove()
  const { id } = cell
  const path = pathOf(next)
  const code = codeBeside(next)
  const keys = code && isInRequest(next) ? membersOf(code.text(), code.language).keys : undefined
  const index = keys?.get(path)
  link.href = `#${id}`
  link.ariaLabel = `${path} 的链接`
  add.ariaLabel = add.title = `把 ${path} 加进示例`
  const canBeAdded = keys && index === undefined && !cell.hasAttribute('data-required') && !next.querySelector('[data-encrypted]')
  tools.replaceChildren(...canBeAdded ? [link, add] : [link])
  if (tools.parentElement !== cell) cell.append(tools)
  code?.mark(index === undefined ? undefined : lineOf(code.text(), index))
}

const isInRequest = (row: Row) => row.closest('table')?.id.startsWith('request') ?? false
