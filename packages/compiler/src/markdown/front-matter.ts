import { isMap, parseDocument } from 'yaml'
import type { Report } from '../diagnostics.ts'

/** A page, split into front matter and content. */
export interface Page {
  frontmatter: Record<string, unknown>
  content: string
  /** 1-based line of the file on which `content` starts. */
  firstLine: number
}

/** Splits a page as VitePress does, without a byte order mark, and parses its front matter; reports invalid YAML. */
export function splitFrontMatter(page: string, report: Report): Page {
  const source = page.replace(/^\uFEFF/, '')
  const [block, yaml = ''] = /^---[ \t]*\r?\n([^]*?)(?<=\n)---[ \t]*(?:\r?\n|$)/.exec(source) ?? []
  if (block === undefined) return { frontmatter: {}, content: source, firstLine: 1 }
  return {
    frontmatter: readYaml(yaml, report),
    content: source.slice(block.length),
    firstLine: block.split('\n').length,
  }
}

function readYaml(text: string, report: Report): Record<string, unknown> {
  const document = parseDocument(text, { stringKeys: true, logLevel: 'silent' })
  const [error] = document.errors
  if (error) {
    const [message = ''] = error.message.split(' at line ')
    report((error.linePos?.[0].line ?? 1) + 1, `the front matter is not valid YAML: ${message}`, 'write lines such as title: 撤销订单')
  }
  if (error || !isMap(document.contents)) return {}
  try {
    return document.toJS() as Record<string, unknown>
  } catch {
    report(1, 'the front matter has unknown or too many aliases', 'write the values out')
    return {}
  }
}
