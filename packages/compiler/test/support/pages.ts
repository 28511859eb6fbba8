import { readFileSync } from 'node:fs'
import { compilePage, formatProblem } from '../../src/index.ts'

/** Reads a stored page. */
export function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/${name}.md`, import.meta.url), 'utf8')
}

/** Writes a page with one operation: a request table and an http block. */
export function httpPage(rows: string[], http: string, verb = 'post'): string {
  const table = ['| 请求参数 | 类型 | 描述', '| --- | --- | ---', ...rows, '', '{.im-table #request}']
  return [`# 页面 {#${verb}}`, '', ...table, '', '```http', http, '```', ''].join('\n')
}

/** The problems of a page, one per line. */
export function problemsOf(source: string): string[] {
  return compilePage(source, 'page.md').problems.map(formatProblem)
}
