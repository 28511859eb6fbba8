import { showRows, toggleFold } from './filter.ts'
import { isAddButton, pointAt, pointedRow, showTools } from './row-tools.ts'
import { nameOf, parentsOf, rowsOf, type Row } from './rows.ts'

const rowAt = (target: EventTarget | null) => (
  target instanceof Element ? target.closest<Row>('.im-table tbody > tr') ?? undefined : undefined
)

/** Handles what the reader does in a table of fields, or in the tools above it. */
export function handle(event: Event): void {
  const { target } = event
  if (event.type === 'scroll') return onScroll()
  if (!(target instanceof Element)) return
  switch (event.type) {
    case 'pointerover':
    case 'focusin': return pointAt(rowAt(target))
    case 'click': return onClick(target)
    case 'input': return onInput(target)
    case 'keydown': return onKey(event as KeyboardEvent)
  }
}

function onClick(target: Element): void {
  if (target instanceof HTMLElement && target.matches('.fold')) toggleFold(target)
  const row = pointedRow()
  if (row && isAddButton(target)) void add(row)
}

async function add(row: Row): Promise<void> {
  const { addField } = await import('./add-field.ts')
  await addField(row)
  showTools(row)
  row.cells[0]?.focus({ preventScroll: true })
}

function onInput(target: Element): void {
  const table = target.closest('.table-tools')?.nextElementSibling
  if (table && target.matches('[type=search]')) showRows(table)
}

/** Up and down move between rows; only the first one is in the order of the tab key. */
function onKey(event: KeyboardEvent): void {
  const row = rowAt(event.target)
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!row || !step || event.target !== row.cells[0]) return
  const rows = rowsOf(row.closest('table')!).filter(({ cells, offsetParent }) => cells[0]?.id && offsetParent)
  const cell = rows[rows.indexOf(row) + step]?.cells[0]
  if (!cell) return
  event.preventDefault()
  cell.tabIndex = -1
  cell.focus()
}

let frame = 0

function onScroll(): void {
  cancelAnimationFrame(frame)
  frame = requestAnimationFrame(nameParents)
}

/** Names in the header of a table what holds the first row below it. */
function nameParents(): void {
  for (const head of document.querySelectorAll<HTMLElement>('.im-table thead')) {
    const cell = head.querySelector('th')
    const { bottom } = head.getBoundingClientRect()
    const rows = rowsOf(head.parentElement!)
    const first = rows.find(row => row.getBoundingClientRect().bottom > bottom + 4)
    const isStuck = first !== undefined && first !== rows[0]
    if (cell) cell.dataset.parents = isStuck ? parentsOf(first).map(nameOf).join(' › ') : ''
  }
}
