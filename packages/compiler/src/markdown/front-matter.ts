import { isMap, isNode, LineCounter, parseDocument } from 'yaml'
import type { Report } from '../diagnostics.ts'

/** Returns the 1-based line of a value, by its keys from the top of the front matter. */
export type LineOf = (...keys: string[]) => number

/** A page, split into front matter and content. */
export interface Page {
  frontmatter: Record<string, unknown>
  /** Line 1 for a value that the front matter does not have. */
  lineOf: LineOf
  content: string
  /** 1-based line of the file on which `content` starts. */
  firstLine: number
}

/** Characters that front matter may have: the time to find repeated keys grows with the square of their number. */
const maxLength = 64_000

/** Splits a page as VitePress does, without a byte order mark, and parses its front matter; reports invalid YAML. */
export function splitFrontMatter(page: string, report: Report): Page {
  const source = page.replace(/^\uFEFF/, '')
  const [block, yaml = ''] = /^---[ \t]*\r?\n([^]*?)(?<=\n)---[ \t]*(?:\r?\n|$)/.exec(source) ?? []
  if (block === undefined) return { frontmatter: {}, lineOf: () => 1, content: source, firstLine: 1 }
  return {
    ...readYaml(yaml, report),
    content: source.slice(block.length),
    firstLine: block.split('\n').length,
  }
}

function readYaml(text: string, report: Report): Pick<Page, 'frontmatter' | 'lineOf'> {
  if (text.length > maxLength) {
    report(1, `the front matter has ${text.length} characters`, `shorten it, up to ${maxLength} are read`)
    return { frontmatter: {}, lineOf: () => 1 }
  }
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { stringKeys: true, logLevel: 'silent', lineCounter })
  const lineOf: LineOf = (...keys) => {
    const node = document.getIn(keys, true)
    return isNode(node) && node.range ? lineCounter.linePos(node.range[0]).line + 1 : 1
  }
  const [error] = document.errors
  if (error) {
    const [message = ''] = error.message.split(' at line ')
    report((error.linePos?.[0].line ?? 1) + 1, `the front matter is not valid YAML: ${message}`, 'write lines such as title: 撤销订单')
  }
  if (error || !isMap(document.contents)) return { frontmatter: {}, lineOf }
  try {
    return { frontmatter: document.toJS() as Record<string, unknown>, lineOf }
  } catch {
    report(1, 'the front matter has unknown or too many aliases', 'write the values out')
    return { frontmatter: {}, lineOf }
  }
}
