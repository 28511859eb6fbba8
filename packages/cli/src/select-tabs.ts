import { type CompiledOperation, type Program, snippets, styles } from '@wxpay-live/compiler'
import type { RunnableCode } from './run-examples.ts'

/**
 * The tabs of a page in one language.
 *
 * @param style label of the only style to take, such as 同步声明式, or its position from 1; all styles by default
 */
export function selectTabs(
  file: string,
  operations: CompiledOperation[],
  language: string,
  style?: string,
): RunnableCode[] {
  const label = styles[Number(style) - 1]?.label ?? style
  return operations.filter(({ operation }) => operation.path.startsWith('/')).flatMap((compiled) => {
    const { tabs = [] } = snippets(compiled).find(({ id }) => id === language) ?? {}
    return tabs
      .filter(tab => !label || tab.label === label)
      .map(tab => ({ ...tab, file, line: compiled.line, samples: compiled.operation.example.path }))
  })
}

/** The programs of a page in one language. They have no style. */
export function selectPrograms(
  file: string,
  programs: Program[],
  language: string,
  style?: string,
): RunnableCode[] {
  if (style) return []
  return programs.filter(program => program.language === language)
    .map(({ code, line }) => ({ code, file, line, firstLine: line, label: `${language} program`, samples: {} }))
}
