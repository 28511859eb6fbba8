import type { Tab } from '../example/example-block.ts'
import type { Operation } from '../model/index.ts'
import type { CompiledOperation } from '../page/read-operation.ts'
import { php } from './php.ts'
import { styles, type Style } from './styles.ts'
import { typescript } from './typescript.ts'

/** The example of an operation in one language, in every style. */
export interface CodeLanguage {
  id: 'typescript' | 'php'
  label: 'TypeScript' | 'PHP'
  tabs: Tab[]
}

/** Writes the example of an operation in every language; tabs written by hand stay as they are. */
export function snippets({ operation, example }: Pick<CompiledOperation, 'operation' | 'example'>): CodeLanguage[] {
  const tabs = (render: (operation: Operation, style: Style) => string) => {
    return styles.map(style => ({ label: style.label, code: render(operation, style) }))
  }
  return [
    { id: 'typescript', label: 'TypeScript', tabs: tabs(typescript) },
    { id: 'php', label: 'PHP', tabs: example?.tabs.length ? example.tabs : tabs(php) },
  ]
}
