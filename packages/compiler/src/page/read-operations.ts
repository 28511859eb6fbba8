import type Token from 'markdown-it/lib/token.mjs'
import { reportTo, type Problem, type Report } from '../diagnostics.ts'
import type { Notification } from '../model/index.ts'
import { readPrograms, type Program } from './programs.ts'
import { isNotificationPage, readNotification } from './read-notification.ts'
import { readOperation, type CompiledOperation } from './read-operation.ts'
import { checkIds, toSections } from './sections.ts'

/** What the tokens of a page do not say themselves. */
export interface PageContext {
  /** Location of the page below the docs folder, such as `openapi/v3/certificates.md`. */
  file: string
  frontmatter?: Record<string, unknown>
  /** Line of the file on which the tokens' text starts: that after the front matter. @default 1 */
  firstLine?: number
}

/** What one page holds, and what is wrong with it. */
export interface CompiledPage {
  operations: CompiledOperation[]
  /** Only on a page below `webhook/v3/`. */
  notification?: Notification
  /** What runs on the page besides the examples of its operations. */
  programs: Program[]
  problems: Problem[]
}

/** Reads the operations, or the notification, and the programs out of a page's markdown-it tokens, those of VitePress included. Never throws. */
export function readOperations(tokens: Token[], context: PageContext): CompiledPage {
  const { file, frontmatter = {}, firstLine = 1 } = context
  const problems: Problem[] = []
  const add = reportTo(problems, file)
  const report: Report = (line, ...rest) => add(firstLine - 1 + line, ...rest)
  const page = file.replace(/\.md$/, '')
  const programs = readPrograms(tokens, firstLine)
  checkIds(tokens, report)
  if (isNotificationPage(page)) {
    const notification = readNotification(tokens, page, frontmatter, report)
    return { operations: [], ...(notification && { notification }), programs, problems: sorted() }
  }
  const operations = toSections(tokens).flatMap(section => (
    readOperation(tokens, section, { page, frontmatter, report }) ?? []
  ))
  return {
    operations: operations.map(operation => ({ ...operation, line: operation.line + firstLine - 1 })),
    programs,
    problems: sorted(),
  }

  function sorted() {
    return problems.sort((a, b) => a.line - b.line)
  }
}
