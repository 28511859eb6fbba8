import type { handle } from '../fields/tables.ts'

const events = ['pointerover', 'focusin', 'click', 'input', 'keydown']

let act: typeof handle | undefined

/** Loads what the tables of fields can do when the reader first points at one or moves the focus there. */
export function watchTables(document: Document): void {
  for (const type of events) {
    document.addEventListener(type, async (event) => {
      if (act) return act(event)
      const isTable = event.target instanceof Element && event.target.closest('.im-table, .table-tools')
      if (!isTable) return
      try {
        const tables = await import('../fields/tables.ts')
        act = tables.handle
        act(event)
      } catch {
        // Without network the tables are for reading; the next event tries again.
      }
    })
  }
}
