import { isDeepStrictEqual } from 'node:util'
import type Token from 'markdown-it/lib/token.mjs'
import type { Problem, Report } from '../diagnostics.ts'
import { closeOf } from '../markdown/tokens.ts'
import type { Tab } from '../model/tab.ts'
import { readHttp } from './http.ts'
import { readPhp } from './php.ts'
import { ExampleError, type WrittenExample } from './written-example.ts'

/** The location of an example: the tokens from `start` up to, but not including, `end`. */
export interface ExampleBlock {
  start: number
  end: number
  /** The hand-written PHP tabs; empty if the example is an `http` block. */
  tabs: Tab[]
}

/** An example on a page. */
export interface FoundExample extends ExampleBlock {
  /** Absent if the example cannot be read. */
  written?: WrittenExample
  /** Reports a problem at a line of the example. */
  report: Report
}

/** Finds the first example between `start` and `end`: a code group with PHP, or an `http` block. */
export function findExample(
  tokens: Token[],
  start: number,
  end: number,
  report: Report,
): FoundExample | undefined {
  for (let index = start; index < end; index++) {
    const token = tokens[index]!
    if (token.type === 'container_code-group_open') {
      const close = closeOf(tokens, index)
      const fences = tokens.slice(index, close).filter(isFence('php'))
      if (fences.length) return readTabs(fences, index, close + 1, report)
      index = close
    }
    if (isFence('http')(token)) return readBlock(token, index, report)
  }
  return undefined
}

function readBlock(fence: Token, start: number, report: Report): FoundExample {
  const inside = within(fence, report)
  const written = attempt(() => readHttp(fence.content, inside), inside)
  return { start, end: start + 1, tabs: [], report: inside, ...(written && { written }) }
}

function readTabs(fences: Token[], start: number, end: number, report: Report): FoundExample {
  const tabs = fences.map(fence => ({ label: labelOf(fence), code: fence.content.replace(/\n$/, '') }))
  const readings = fences.map(fence => attempt(() => readPhp(fence.content), within(fence, report)))
  const first = Math.max(readings.findIndex(reading => reading !== undefined), 0)
  const written = readings[first]
  for (const [index, reading] of readings.entries()) {
    const difference = written && reading && differenceOf(written, reading)
    if (!difference) continue
    const message = `the tab “${tabs[index]!.label}” differs from “${tabs[first]!.label}” in its ${difference}`
    within(fences[index]!, report)(reading.line, message, 'make all tabs send the same request')
  }
  const inside = within(fences[first]!, report, 'warning')
  return { start, end, tabs, report: inside, ...(written && { written }) }
}

function differenceOf(a: WrittenExample, b: WrittenExample): string | undefined {
  if (a.method !== b.method) return `method (${b.method})`
  if (a.path !== b.path) return `path (${b.path})`
  const same = (['variables', 'query', 'headers', 'json', 'body', 'baseUri'] as const).every(part => isDeepStrictEqual(a[part], b[part]))
  return same ? undefined : 'values'
}

function attempt<T>(read: () => T, report: Report): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof ExampleError) report(error.line, error.message, error.hint)
    else report(1, 'the example cannot be read', 'make it shorter and simpler')
    return undefined
  }
}

/** Creates a report that converts lines of a fence's content to lines of the page. */
function within(fence: Token, report: Report, fallback: Problem['severity'] = 'error'): Report {
  const opening = fence.map?.[0] ?? 0
  return (line, message, hint, severity = fallback) => report(opening + 1 + line, message, hint, severity)
}

function isFence(language: string): (token: Token) => boolean {
  return ({ type, info }) => type === 'fence' && info.trim().split(/[\s[{:]/)[0] === language
}

function labelOf({ info }: Token): string {
  return /^[^[]*\[(.*)\]/.exec(info)?.[1] ?? info.trim()
}
