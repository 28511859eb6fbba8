/** A page without its front matter. */
export interface Page {
  frontmatter: Record<string, unknown>
  content: string
  /** Line of the file on which `content` starts. */
  firstLine: number
}

/** Splits a page as VitePress does; of the front matter only plain `name: text` lines are read. */
export function splitFrontMatter(source: string): Page {
  const block = /^---[ \t]*\r?\n([^]*?)(?:^|\n)---[ \t]*(?:\r?\n|$)/m.exec(source)
  if (!block || block.index > 0) return { frontmatter: {}, content: source, firstLine: 1 }
  const lines = (block[1] ?? '').matchAll(/^([\w-]+):[ \t]*(["']?)(.*?)\2[ \t]*\r?$/gm)
  return {
    frontmatter: Object.fromEntries(Array.from(lines, ([, name, , text]) => [name, text || null])),
    content: source.slice(block[0].length),
    firstLine: block[0].split('\n').length,
  }
}
