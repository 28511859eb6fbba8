import { membersBelow, parentsOf, rowsOf, type Row } from './rows.ts'

const foldOf = (row: Row) => row.querySelector<HTMLElement>('.fold')

const isFolded = (row: Row) => foldOf(row)?.ariaExpanded === 'false'

/** Shows or hides the members of an object. */
export function toggleFold(button: HTMLElement): void {
  button.ariaExpanded = String(button.ariaExpanded === 'false')
  const table = button.closest('table')
  if (table) showRows(table)
}

/** Unfolds what hides a row, and ends the filter of its table. */
export function revealRow(row: Row): void {
  for (const parent of parentsOf(row)) {
    const fold = foldOf(parent)
    if (fold) fold.ariaExpanded = 'true'
  }
  const table = row.closest('table')
  if (!table) return
  const input = filterOf(table)
  if (input) input.value = ''
  const required = toolsOf(table)?.querySelector<HTMLInputElement>('[type=checkbox]')
  if (required && row.dataset.optional !== undefined) required.checked = false
  showRows(table)
}

const toolsOf = (table: Element) => (
  table.previousElementSibling?.matches('.table-tools') ? table.previousElementSibling : undefined
)

const filterOf = (table: Element) => toolsOf(table)?.querySelector<HTMLInputElement>('[type=search]')

/** Shows the rows with the words of the filter and those that hold them, unless an object folds them. */
export function showRows(table: Element): void {
  const words = (filterOf(table)?.value ?? '').toLowerCase().split(/\s+/)
  const rows = rowsOf(table)
  const found = new Set<Row>()
  for (const row of rows) {
    const text = row.textContent.toLowerCase()
    if (!words.every(word => text.includes(word))) continue
    for (const member of [...parentsOf(row), row]) found.add(member)
  }
  const isFiltering = words.some(Boolean)
  const folded = new Set(isFiltering ? [] : rows.filter(isFolded).flatMap(membersBelow))
  for (const row of rows) row.hidden = !found.has(row) || folded.has(row)
}
