import type Token from 'markdown-it/lib/token.mjs'
import type { Report } from '../diagnostics.ts'
import { textOf } from '../markdown/tokens.ts'
import type { ErrorCode } from '../model/index.ts'
import { readCells, readHeader } from './table.ts'

/** The error codes of a page and their 1-based lines. */
export interface ErrorTable {
  errors: ErrorCode[]
  lines: Map<ErrorCode, number>
}

/** The indices at which error tables open between two tokens: their first two columns are 状态码 and 错误码. */
export function findErrorTables(tokens: Token[], start = 0, end = tokens.length): number[] {
  return tokens.slice(start, end).flatMap(({ type }, offset) => {
    if (type !== 'table_open') return []
    const [first, second] = readHeader(tokens, start + offset)
    return first === '状态码' && second === '错误码' ? start + offset : []
  })
}

/** Reads the error tables between two tokens. Reports invalid rows. */
export function readErrors(tokens: Token[], start: number, end: number, report: Report): ErrorTable {
  const lines = new Map<ErrorCode, number>()
  for (const table of findErrorTables(tokens, start, end)) {
    for (const { cells, line } of readCells(tokens, table)) {
      const error = toError(cells.map(({ inline }) => inline), line, report)
      if (error) lines.set(error, line)
    }
  }
  reportRepeated(lines, report)
  return { errors: [...lines.keys()], lines }
}

function toError(cells: (Token | undefined)[], line: number, report: Report): ErrorCode | undefined {
  const [first, second, third, fourth] = cells
  const [status, code] = [textOf(first), textOf(second)]
  const [meaning = '', remedy = ''] = [third?.content, fourth?.content]
  if (!/^[2-5]\d\d$/.test(status)) {
    report(line, `“${status}” is not an HTTP status`, 'write a number such as 400 in the first column')
    return undefined
  }
  if (!/^[A-Z][A-Z0-9_]*$/.test(code)) {
    report(line, `“${code}” is not an error code`, 'write a code such as PARAM_ERROR in the second column')
    return undefined
  }
  const doubtful = `${meaning}${remedy}`.includes('未证实')
  return { status: Number(status), code, meaning, remedy, ...(doubtful && { doubtful }) }
}

function reportRepeated(lines: ReadonlyMap<ErrorCode, number>, report: Report): void {
  const seen = new Set<string>()
  for (const [{ code }, line] of lines) {
    if (seen.has(code)) report(line, `duplicate error code ${code}`, 'keep one of the rows')
    seen.add(code)
  }
}
