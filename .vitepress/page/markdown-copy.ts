import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { splitFrontMatter, type PageSummary } from '@wxpay-live/compiler'
import { fillFrontMatter } from './fill-front-matter.ts'

const textOf = (value: unknown) => typeof value === 'string' ? value : ''

/** Returns a page's Markdown with its front matter filled in instead of above it. */
export function withTitle(source: string, frontmatter: Record<string, unknown>): string {
  const { content } = splitFrontMatter(source, () => {})
  return fillFrontMatter(content, frontmatter).trimStart()
}

/** Lists pages for language models, as https://llmstxt.org proposes: the guide first, then each product. */
export function indexOf(pages: PageSummary[], address: string): string {
  const titled = pages.filter(({ frontmatter }) => textOf(frontmatter.title))
  const groups = Map.groupBy(titled, ({ page, frontmatter }) => (
    page.startsWith('guide/') ? '指南' : textOf(frontmatter.product) || '其他'
  ))
  const sections = [...groups].toSorted(([a], [b]) => Number(b === '指南') - Number(a === '指南')).map(([name, members]) => {
    const lines = members.map(({ page, frontmatter }) => {
      const description = textOf(frontmatter.description)
      const link = `${address}${page.split('/').map(encodeURIComponent).join('/')}.md`
      return `- [${textOf(frontmatter.title)}](${link})${description ? `: ${description}` : ''}`
    })
    return `## ${name}\n\n${lines.join('\n')}\n`
  })
  return `# wxpay-live\n\n> 能运行的微信支付 APIv3 文档\n\n${sections.join('\n')}`
}

/**
 * Returns each page as Markdown, to stand beside its HTML, and for language models `llms.txt`, which lists them, and
 * `llms-full.txt`, which has them all.
 * @param address of the site
 */
export function* markdownCopies(
  docs: string, pages: PageSummary[], address: string,
): Iterable<[path: string, content: string]> {
  const copies = pages.map(({ page, frontmatter }): [string, string] => (
    [`${page}.md`, withTitle(readFileSync(join(docs, `${page}.md`), 'utf8'), frontmatter)]
  ))
  yield* copies
  yield ['llms.txt', indexOf(pages, address)]
  yield ['llms-full.txt', copies.map(([path, content]) => `<!-- ${address}${path} -->\n\n${content}`).join('\n\n')]
}
