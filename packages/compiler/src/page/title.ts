import type Token from 'markdown-it/lib/token.mjs'
import { textOf } from '../markdown/tokens.ts'
import { own } from '../record.ts'

/** The text of a heading, with `{{ $frontmatter.name }}` replaced by its value. */
export function titleOf(heading: Token | undefined, frontmatter: Record<string, unknown>): string {
  const replace = (_: string, name: string) => String(own(frontmatter, name) ?? '')
  return textOf(heading).replace(/\{\{\s*\$frontmatter\.([\w-]+)\s*\}\}/g, replace)
}
