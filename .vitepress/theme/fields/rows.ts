/** A row of a table of fields. */
export type Row = HTMLTableRowElement

const nameCell = (row: Row) => row.cells[0]

const rowOrNone = (element: Element | null) => element instanceof HTMLTableRowElement ? element : undefined
const before = (row: Row) => rowOrNone(row.previousElementSibling)
const after = (row: Row) => rowOrNone(row.nextElementSibling)

/** The rows of a table's body. */
export const rowsOf = (table: Element): Row[] => [...table.querySelectorAll<Row>('tbody > tr')]

export const indentOf = (row: Row) => (
  Number(row.querySelector<HTMLElement>('[data-indent]')?.dataset.indent ?? 0)
)

export const nameOf = (row: Row) => nameCell(row)?.textContent.trim() ?? ''

/** The rows that hold a row, the outermost first. */
export function parentsOf(row: Row): Row[] {
  const parents: Row[] = []
  let indent = indentOf(row)
  for (let above = before(row); above && indent > 0; above = before(above)) {
    if (indentOf(above) >= indent) continue
    parents.unshift(above)
    indent = indentOf(above)
  }
  return parents
}

/** The path of a row as code writes it, such as `json.amount.total`. */
export const pathOf = (row: Row) => [...parentsOf(row), row].map(nameOf).join('.')

/** The rows below a row that belong to it. */
export function membersBelow(row: Row): Row[] {
  const members: Row[] = []
  const indent = indentOf(row)
  for (let below = after(row); below && indentOf(below) > indent; below = after(below)) members.push(below)
  return members
}
