import type Token from 'markdown-it/lib/token.mjs'
import type { Report } from '../diagnostics.ts'
import { checkExample } from '../example/check.ts'
import { findExample, type ExampleBlock } from '../example/example-block.ts'
import { textOf } from '../markdown/tokens.ts'
import type { Method, Operation } from '../model/index.ts'
import { own } from '../record.ts'
import { addSample, addSamples } from '../samples/sample.ts'
import { toExample, typeQuery } from './example.ts'
import { toFields } from './fields.ts'
import { toRequest } from './request.ts'
import { findReferences, findTable, type Section } from './sections.ts'
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

interface Context {
  page: string
  frontmatter: Record<string, unknown>
  report: Report
}

/** Reads one operation; undefined where the page does not say what is requested. */
export function readOperation(
  tokens: Token[],
  section: Section,
  { page, frontmatter, report }: Context,
): CompiledOperation | undefined {
  const { heading, end, anchor } = section
  const line = (tokens[heading]!.map?.[0] ?? 0) + 1
  const title = titleOf(tokens[heading + 1], frontmatter)
  const method = anchor.split('-')[0]!.toUpperCase() as Method
  const found = findExample(tokens, heading, end, report)
  const path = found?.written?.path ?? pathOf(page)
  if (!path?.startsWith('/v3/')) {
    report(line, `“${title}” has no path that starts with /v3/`, 'add an http block with its request')
    return undefined
  }

  const fieldsOf = (id: string) => {
    const table = findTable(tokens, section, id)
    return toFields(table === undefined ? [] : readTable(tokens, table), report)
  }
  const request = toRequest(fieldsOf('request'), path, line, report)
  const { fields: response } = fieldsOf('response')
  const written = found?.written && typeQuery(found.written, request.query)
  if (found && written) {
    if (written.method !== method) {
      const message = `the example sends ${written.method} below a heading {#${anchor}}`
      found.report(written.line, message, 'make them agree', 'error')
    }
    checkExample(written, request, found.report)
  }
  addSamples(request.path, written?.variables)
  addSamples(request.query, written?.query)
  addSamples(request.headers, written?.headers)
  if (request.json) addSample(request.json, written?.json)
  addSamples(response)
  const example = toExample(request, written)
  const references = findReferences(tokens, section)
  return {
    operation: { method, path, title, page, anchor, request, response, example, references },
    heading,
    line,
    ...(found && { example: { start: found.start, end: found.end, tabs: found.tabs } }),
  }
}

function titleOf(heading: Token | undefined, frontmatter: Record<string, unknown>): string {
  const replace = (_: string, name: string) => String(own(frontmatter, name) ?? '')
  return textOf(heading).replace(/\{\{\s*\$frontmatter\.([\w-]+)\s*\}\}/g, replace)
}

/** Pages stand where their path says; `index` stands for a trailing slash. */
function pathOf(page: string): string | undefined {
  return /(?:^|\/)openapi(\/v3\/.+)$/.exec(page)?.[1]?.replace(/\/index$/, '/')
}
