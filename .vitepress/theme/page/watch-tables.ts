import { loadOnce } from '../../loading/load-once.ts'
import type { handle } from '../fields/tables.ts'

const events = ['pointerover', 'focusin', 'click', 'input', 'keydown', 'scroll']

// One promise for all events, so that they are handled in their order.
const load = loadOnce(() => import('../fields/tables.ts'))

let act: typeof handle | undefined

/** Loads what the tables of fields can do when the reader first points at one, moves the focus there, or scrolls. */
export function watchTables(document: Document): void {
  for (const type of events) {
    document.addEventListener(type, async (event) => {
      if (act) return act(event)
      // A page that scrolls names the parents of the first row in view.
      const isTable = event.type === 'scroll'
        ? document.querySelector('.im-table')
        : event.target instanceof Element && event.target.closest('.im-table, .table-tools')
      if (!isTable) return
      try {
        const tables = await load()
        act = tables.handle
        act(event)
      } catch {
        // Without network the tables are for reading; the next event tries again.
      }
    })
  }
}
