import type Token from 'markdown-it/lib/token.mjs'
import { reportTo, type Problem, type Report } from '../diagnostics.ts'
import type { LineOf } from '../markdown/front-matter.ts'
import type { ErrorCode, Field, Notification } from '../model/index.ts'
import { readErrors } from './error-table.ts'
import { readPrograms, type Program } from './programs.ts'
import { isNotificationPage, readNotification } from './read-notification.ts'
import { readOperation, type CompiledOperation, type ReadContext } from './read-operation.ts'
import { checkIds, toSections } from './sections.ts'
import { readTerms } from './terms.ts'

/** The context of a page's tokens. */
export interface PageContext {
  /** Path of the page, relative to the docs folder, such as `openapi/v3/certificates.md`. */
  file: string
  frontmatter?: Record<string, unknown>
  /** @default line 1 for every value of the front matter */
  lineOf?: LineOf
  /** 1-based line of the file on which the tokens start, after the front matter. @default 1 */
  firstLine?: number
}

/** The contents of one page, and its problems. */
export interface CompiledPage {
  operations: CompiledOperation[]
  /** Only on a page below `webhook/v3/`. */
  notification?: Notification
  /** The error codes of a page without operations, which are those of every operation. */
  errors: ErrorCode[]
  /** Programs that run on the page, apart from the examples of its operations. */
  programs: Program[]
  /** The 1-based line of each row in the file. */
  lines: ReadonlyMap<Field | ErrorCode, number>
  problems: Problem[]
}

/**
 * Reads the operations or the notification, and the programs, from the markdown-it tokens of a page; VitePress's tokens
 * work too. Never throws: problems are part of the result, sorted by line.
 */
export function readOperations(tokens: Token[], context: PageContext): CompiledPage {
  const { file, frontmatter = {}, lineOf = () => 1, firstLine = 1 } = context
  const problems: Problem[] = []
  const add = reportTo(problems, file)
  const report: Report = (line, ...rest) => add(firstLine - 1 + line, ...rest)
  const page = file.replace(/\.md$/, '')
  const programs = readPrograms(tokens, firstLine)
  const lines = new Map<Field | ErrorCode, number>()
  const addLines: ReadContext['addLines'] = (rows) => {
    for (const [row, line] of rows) lines.set(row, firstLine - 1 + line)
  }
  checkIds(tokens, report)
  if (isNotificationPage(page)) {
    const notification = readNotification(tokens, { page, frontmatter, report, addLines })
    const found = { ...(notification && { notification }), programs, lines, problems: sorted() }
    return { operations: [], errors: [], ...found }
  }
  const sections = toSections(tokens)
  const terms = readTerms(frontmatter, sections.map(({ anchor }) => anchor), lineOf, add)
  const operations = sections.flatMap(section => (
    readOperation(tokens, section, terms.get(section.anchor), { page, frontmatter, report, addLines }) ?? []
  ))
  const common = readErrors(tokens, 0, sections.length ? 0 : tokens.length, report)
  addLines(common.lines)
  return {
    operations: operations.map(operation => ({ ...operation, line: operation.line + firstLine - 1 })),
    errors: common.errors,
    programs,
    lines,
    problems: sorted(),
  }

  function sorted() {
    return problems.sort((a, b) => a.line - b.line)
  }
}
