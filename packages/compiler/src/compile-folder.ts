import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { compilePage } from './compile-page.ts'
import { problemAt, type Problem } from './diagnostics.ts'
import type { LineOf } from './markdown/front-matter.ts'
import type { Catalog, ErrorCode, Notification, Operation } from './model/index.ts'
import type { CompiledPage } from './page/read-operations.ts'
import { checkServable, readContained, toGlob } from './servable.ts'

/** The part of a page that a menu needs. */
export interface PageSummary {
  /** Path relative to the folder, without `.md`. */
  page: string
  frontmatter: Record<string, unknown>
}

/** The contents of one file of a folder. */
export interface CompiledFile extends Pick<CompiledPage, 'operations' | 'notification' | 'programs' | 'lines'> {
  /** Path with the folder. */
  file: string
  /** The lines of the front matter. */
  lineOf: LineOf
}

/** The contents of a folder of pages, and their problems. */
export interface CompiledFolder {
  catalog: Catalog
  problems: Problem[]
  /** Every page, with or without operations. */
  pages: PageSummary[]
  /** The contents of each file. */
  compiled: CompiledFile[]
  /** Globs of the files that a site must exclude: their name or encoding is not allowed. */
  unservable: string[]
}

/** Options of {@link compileFolder}. */
export interface CompileFolderOptions {
  /** Called with the number of compiled pages and the total. */
  onPage?: (done: number, all: number) => void
  /** Compiles a page. @default compilePage */
  compile?: typeof compilePage
}

/** Compiles every `.md` file below a folder, in the order of their paths. A file that cannot be read becomes a problem. */
export async function compileFolder(
  folder: string,
  { onPage, compile = compilePage }: CompileFolderOptions = {},
): Promise<CompiledFolder> {
  const files: string[] = []
  for await (const file of glob('**/*.md', { cwd: folder })) files.push(file.replaceAll('\\', '/'))
  files.sort()
  const operations: Operation[] = []
  const notifications: Notification[] = []
  const errors: ErrorCode[] = []
  const pages: PageSummary[] = []
  const problems: Problem[] = []
  const unservable: string[] = []
  const compiled: CompiledFolder['compiled'] = []
  const declared = new Map<string, string>()
  for (const [index, file] of files.entries()) {
    const content = await readContained(folder, file)
    const refused = checkServable(file, content)
    if (refused.length) unservable.push(toGlob(file))
    problems.push(...refused)
    onPage?.(index + 1, files.length)
    if (content instanceof Error) continue
    const page = compile(content.toString(), file)
    problems.push(...page.problems)
    const { operations: found, notification, programs, lines, lineOf } = page
    const ofPage = { operations: found, ...(notification && { notification }), programs, lines, lineOf }
    compiled.push({ file: join(folder, file), ...ofPage })
    pages.push({ page: file.replace(/\.md$/, ''), frontmatter: page.frontmatter })
    if (page.notification) notifications.push(page.notification)
    errors.push(...page.errors)
    for (const { operation, line } of page.operations) {
      // An operation without a fixed path cannot be routed.
      if (!operation.path.startsWith('/')) continue
      const request = `${operation.method} ${operation.path}`
      const first = declared.get(request)
      if (first) {
        problems.push(problemAt(file, line, `${request} is declared twice, first in ${first}`, 'keep one of the two'))
      } else {
        declared.set(request, `${join(folder, file)}:${line}`)
        operations.push(operation)
      }
    }
  }
  return {
    catalog: { operations, notifications, ...(errors.length && { errors }) },
    problems: problems.map(problem => ({ ...problem, file: join(folder, problem.file) })),
    pages,
    compiled,
    unservable,
  }
}
