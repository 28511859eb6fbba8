import type Token from 'markdown-it/lib/token.mjs'
import { reportTo, type Problem, type Report } from '../diagnostics.ts'
import type { Field, Notification } from '../model/index.ts'
import { readPrograms, type Program } from './programs.ts'
import { isNotificationPage, readNotification } from './read-notification.ts'
import { readOperation, type CompiledOperation } from './read-operation.ts'
import { checkIds, toSections } from './sections.ts'

/** The context of a page's tokens. */
export interface PageContext {
  /** Path of the page, relative to the docs folder, such as `openapi/v3/certificates.md`. */
  file: string
  frontmatter?: Record<string, unknown>
  /** 1-based line of the file on which the tokens start, after the front matter. @default 1 */
  firstLine?: number
}

/** The contents of one page, and its problems. */
export interface CompiledPage {
  operations: CompiledOperation[]
  /** Only on a page below `webhook/v3/`. */
  notification?: Notification
  /** Programs that run on the page, apart from the examples of its operations. */
  programs: Program[]
  /** The 1-based line of each row in the file. */
  lines: ReadonlyMap<Field, number>
  problems: Problem[]
}

/**
 * Reads the operations or the notification, and the programs, from the markdown-it tokens of a page; VitePress's tokens
 * work too. Never throws: problems are part of the result, sorted by line.
 */
export function readOperations(tokens: Token[], context: PageContext): CompiledPage {
  const { file, frontmatter = {}, firstLine = 1 } = context
  const problems: Problem[] = []
  const add = reportTo(problems, file)
  const report: Report = (line, ...rest) => add(firstLine - 1 + line, ...rest)
  const page = file.replace(/\.md$/, '')
  const programs = readPrograms(tokens, firstLine)
  const lines = new Map<Field, number>()
  const addLines = (rows: ReadonlyMap<Field, number>) => {
    for (const [field, line] of rows) lines.set(field, firstLine - 1 + line)
  }
  checkIds(tokens, report)
  if (isNotificationPage(page)) {
    const notification = readNotification(tokens, { page, frontmatter, report, addLines })
    return { operations: [], ...(notification && { notification }), programs, lines, problems: sorted() }
  }
  const operations = toSections(tokens).flatMap(section => (
    readOperation(tokens, section, { page, frontmatter, report, addLines }) ?? []
  ))
  return {
    operations: operations.map(operation => ({ ...operation, line: operation.line + firstLine - 1 })),
    programs,
    lines,
    problems: sorted(),
  }

  function sorted() {
    return problems.sort((a, b) => a.line - b.line)
  }
}
