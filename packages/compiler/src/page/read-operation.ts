import type Token from 'markdown-it/lib/token.mjs'
import type { Report } from '../diagnostics.ts'
import { checkExample } from '../example/check.ts'
import { findExample, type ExampleBlock } from '../example/example-block.ts'
import { accessPointOf } from '../example/written-example.ts'
import { closeOf } from '../markdown/tokens.ts'
import type { ErrorCode, Field, Operation, Terms } from '../model/index.ts'
import { addSample, addSamples } from '../samples/sample.ts'
import { readResponse } from './response.ts'
import { readErrors } from './error-table.ts'
import { toExample, typeUrl } from './example.ts'
import { toFields } from './fields.ts'
import { toRequest } from './request.ts'
import { findReferences, findTable, type OperationSection, type Section } from './sections.ts'
import { readTable } from './table.ts'
import { titleOf } from './title.ts'

/** One operation and its location on the page. */
export interface CompiledOperation {
  operation: Operation
  /** Index of the `heading_open` token. */
  heading: number
  /** 1-based line of the heading in the file. */
  line: number
  /** The tokens of the written example; an empty range below the request table if the page has none. */
  example?: ExampleBlock
}

/** What the readers of a page share. */
export interface ReadContext {
  /** Path of the page, relative to the docs folder, without `.md`. */
  page: string
  frontmatter: Record<string, unknown>
  report: Report
  /** Records the lines of rows, counted from the first line of the tokens. */
  addLines: (lines: ReadonlyMap<Field | ErrorCode, number>) => void
}

/**
 * Reads one operation; undefined, with a report, if the page has no path for it.
 * @param terms what the front matter says of it
 */
export function readOperation(
  tokens: Token[],
  section: OperationSection,
  terms: Terms | undefined,
  { page, frontmatter, report, addLines }: ReadContext,
): CompiledOperation | undefined {
  const { heading, end, anchor, method } = section
  const line = (tokens[heading]!.map?.[0] ?? 0) + 1
  const title = titleOf(tokens[heading + 1], frontmatter)
  const found = findExample(tokens, heading, end, report)
  const path = found?.written?.path.replace(/^\/(?=\{[^{}]+\}$)/, '') ?? pathOf(page)
  if (!path || !/^(?:\/(?:v3|brand)\/|\{[^{}]+\}$)/.test(path)) {
    report(line, `“${title}” has no path that starts with /v3/ or /brand/`, 'add an http block with its request')
    return undefined
  }

  const fieldsOf = (id: string) => {
    const table = findTable(tokens, section, id)
    const tree = toFields(table === undefined ? [] : readTable(tokens, table), report)
    addLines(tree.lines)
    return tree
  }
  const request = toRequest(fieldsOf('request'), path, line, report)
  const returned = readResponse(fieldsOf('response').fields, found?.written?.response)
  const written = found?.written && typeUrl(found.written, request)
  if (found && written) {
    if (written.method !== method) {
      const message = `the example sends ${written.method}, but its heading is {#${anchor}}`
      found.report(written.line, message, 'use the same method in both', 'error')
    }
    checkExample(written, request, found.report)
  }
  addSamples(request.path, written?.variables)
  addSamples(request.query, written?.query)
  addSamples(request.headers, written?.headers)
  if (request.json) addSample(request.json, written?.json)
  if (request.body) addSample(request.body, written?.body)
  addSamples(returned.response)
  const baseUri = written?.baseUri ?? accessPointOf(codeOf(request.baseUri) ?? '')
  const multipart = request.body?.children ?? written?.body
  const product = frontmatter.product
  const example = toExample(request, written)
  const references = findReferences(tokens, section)
  const { errors, lines } = readErrors(tokens, heading, end, report)
  addLines(lines)
  return {
    operation: {
      method, path, title, page, anchor, request, ...returned, example, references,
      ...(baseUri && { baseUri }),
      ...(multipart && { accepts: 'multipart' as const }),
      ...(typeof product === 'string' && { product }),
      ...terms,
      ...(errors.length && { errors }),
    },
    heading,
    line,
    example: found ? { start: found.start, end: found.end, tabs: found.tabs } : emptyBlock(tokens, section),
  }
}

/** An empty range below the request table, or below the heading if there is no table. */
function emptyBlock(tokens: Token[], section: Section): ExampleBlock {
  const table = findTable(tokens, section, 'request')
  const start = table === undefined ? section.heading + 3 : closeOf(tokens, table) + 1
  return { start, end: start, tabs: [] }
}

/** The first code span in the description of a field. */
function codeOf(field: Field | undefined): string | undefined {
  return /`([^`]+)`/.exec(field?.description ?? '')?.[1]
}

/** The API path that matches a page's path; `index` means a trailing slash. */
function pathOf(page: string): string | undefined {
  return /(?:^|\/)openapi(\/(?:v3|brand)\/.+)$/.exec(page)?.[1]?.replace(/\/index$/, '/')
}
