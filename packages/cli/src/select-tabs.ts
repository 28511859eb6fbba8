import {
  type CompiledFile, type CompiledOperation, type Program, type SdkLanguage, snippets, styles,
} from '@wxpay-live/compiler'
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

/** The programs for the SDK of a language: one for each operation, one for the notification of the page. */
export function selectSdkPrograms(
  { file, operations, notification, lines }: CompiledFile,
  { label, request, notification: receive }: SdkLanguage,
): RunnableCode[] {
  const requests = operations.filter(({ operation }) => operation.path.startsWith('/'))
    .map(({ operation, line }) => ({ file, line, label, code: request(operation), samples: {} }))
  if (!notification) return requests
  const { event, resource: [first] } = notification
  const line = first ? lines.get(first) ?? 1 : 1
  return [...requests, { file, line, label, code: receive(notification), samples: {}, event }]
}
