import type { Operation } from '../model/index.ts'
import type { Tab } from '../model/tab.ts'

/** A language of the examples. */
export interface Language {
  /** Short name, such as `typescript`. */
  id: string
  label: string
  /** Name of the TextMate grammar that highlights it, as in Shiki. */
  grammar: string
  /** Writes the example of an operation: one tab per style, or a single tab if the language has no styles. */
  tabs: (operation: Operation) => Tab[]
}
