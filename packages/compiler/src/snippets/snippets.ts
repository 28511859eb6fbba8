import type { Tab } from '../example/example-block.ts'
import type { CompiledOperation } from '../page/read-operation.ts'
import type { Language } from './language.ts'
import { languages } from './languages.ts'

/** The example of an operation in one language. */
export interface CodeLanguage extends Omit<Language, 'tabs'> {
  tabs: Tab[]
}

/** Writes the example of an operation in every language; tabs written by hand, in PHP, stay as they are. */
export function snippets({ operation, example }: Pick<CompiledOperation, 'operation' | 'example'>): CodeLanguage[] {
  return languages.map(({ tabs, ...language }) => ({
    ...language,
    tabs: language.id === 'php' && example?.tabs.length ? example.tabs : tabs(operation),
  }))
}
