import type Token from 'markdown-it/lib/token.mjs'
import { reportTo, type Problem, type Report } from '../diagnostics.ts'
import { checkExample } from '../example/check.ts'
import { findExample, type ExampleBlock } from '../example/example-block.ts'
import { textOf } from '../markdown/tokens.ts'
import type { Method, Operation } from '../model/index.ts'
import { addSample, addSamples } from '../samples/sample.ts'
import { own } from '../record.ts'
import { toExample, typeQuery } from './example.ts'
import { toFields } from './fields.ts'
import { toRequest } from './request.ts'
import { findReferences, checkIds, findTable, toSections, type Section } from './sections.ts'
import { readTable } from './table.ts'

/** One operation, and where on the page it stands. */
export interface CompiledOperation {
  operation: Operation
  /** Index of the `heading_open` token. */
  heading: number
  /** Line of the file on which the heading stands. */
  line: number
  /** The example as written; absent where the page has none. */
  example?: ExampleBlock
}

/** What the tokens of a page do not say themselves. */
export interface PageContext {
  /** Location of the page below the docs folder, such as `openapi/v3/certificates.md`. */
  file: string
  frontmatter?: Record<string, unknown>
  /** Line of the file on which the tokens' text starts: that after the front matter. @default 1 */
  firstLine?: number
}

/** Reads the operations out of a page's markdown-it tokens, those of VitePress included. Never throws. */
export function readOperations(
  tokens: Token[],
  { file, frontmatter = {}, firstLine = 1 }: PageContext,
): { operations: CompiledOperation[], problems: Problem[] } {
  const problems: Problem[] = []
  const add = reportTo(problems, file)
  const report: Report = (line, ...rest) => add(firstLine - 1 + line, ...rest)
  const page = file.replace(/\.md$/, '')
  checkIds(tokens, report)
  const operations = toSections(tokens).flatMap((section) => {
    const compiled = readSection(tokens, section, { page, frontmatter, report })
    return compiled ? { ...compiled, line: compiled.line + firstLine - 1 } : []
  })
  return { operations, problems }
}

function readSection(
  tokens: Token[],
  section: Section,
  { page, frontmatter, report }: { page: string, frontmatter: Record<string, unknown>, report: Report },
): CompiledOperation | undefined {
  const { heading, end, anchor } = section
  const line = (tokens[heading]!.map?.[0] ?? 0) + 1
  const title = textOf(tokens[heading + 1])
    .replace(/\{\{\s*\$frontmatter\.([\w-]+)\s*\}\}/g, (_, name: string) => String(own(frontmatter, name) ?? ''))
  const fieldsOf = (id: string) => {
    const table = findTable(tokens, section, id)
    return toFields(table === undefined ? [] : readTable(tokens, table), report)
  }

  const method = anchor.split('-')[0]!.toUpperCase() as Method
  const found = findExample(tokens, heading, end, report)
  const written = found?.written
  if (written && written.method !== method) {
    found.report(written.line, `the example sends ${written.method}, the heading's anchor is {#${anchor}}`, 'make them agree')
  }
  const path = written?.path ?? pathOf(page)
  if (!path) {
    report(line, `“${title}” has no example to read its path from`, 'add an http block with its request')
    return undefined
  }

  const request = toRequest(fieldsOf('request'), path, line, report)
  const { fields: response } = fieldsOf('response')
  if (written?.query) written.query = typeQuery(written.query, request.query)
  if (found && written) checkExample(written, request, found.report)
  addSamples(request.path, written?.variables)
  addSamples(request.query, written?.query)
  addSamples(request.headers, written?.headers)
  if (request.json) addSample(request.json, written?.json)
  addSamples(response)
  const references = findReferences(tokens, section)
  const example = toExample(request, written)
  return {
    operation: { method, path, title, page, anchor, request, response, example, references },
    heading,
    line,
    ...(found && { example: { start: found.start, end: found.end, tabs: found.tabs } }),
  }
}

/** Pages stand where their path says; `index` stands for a trailing slash. */
function pathOf(page: string): string | undefined {
  return /(?:^|\/)openapi(\/v3\/.+)$/.exec(page)?.[1]?.replace(/\/index$/, '/')
}
