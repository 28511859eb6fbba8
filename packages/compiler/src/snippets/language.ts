import type { Operation } from '../model/index.ts'
import type { Tab } from '../model/tab.ts'

/** A way to write a request down. */
export interface Language {
  /** Short name, such as `typescript`. */
  id: string
  label: string
  /** The grammar that highlights it, by its name in TextMate collections such as Shiki's. */
  grammar: string
  /** The example of an operation, one tab a style; a single tab where the language has one way only. */
  tabs: (operation: Operation) => Tab[]
}
