import type { Operation } from '../model/index.ts'
import type { Tab } from '../model/tab.ts'
import type { Language } from './language.ts'
import { languages } from './languages.ts'

/** The example of an operation in one language. */
export interface CodeLanguage extends Omit<Language, 'tabs'> {
  tabs: Tab[]
}

/** An operation, and the PHP tabs that its page writes by hand. */
interface Source {
  operation: Operation
  example?: { tabs: Tab[] }
}

/** Writes the example of an operation in the languages that a page carries; hand-written PHP tabs stay as they are. */
export function snippets({ operation, example }: Source): CodeLanguage[] {
  return languages.map(({ tabs, ...language }) => ({
    ...language,
    tabs: language.id === 'php' && example?.tabs.length ? example.tabs : tabs(operation),
  }))
}
