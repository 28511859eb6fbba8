import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PageSummary } from '@wxpay-live/compiler'
import type { Plugin } from 'vite'
import { indexOf, withTitle } from '../page/markdown-copy.ts'

/**
 * Publishes each page as Markdown beside its HTML, and for language models `llms.txt`, which lists them, and
 * `llms-full.txt`, which has them all.
 */
export function markdownCopies(docs: string, pages: PageSummary[], address: string): Plugin {
  return {
    name: 'wxpay-live:markdown-copies',
    apply: 'build',
    async generateBundle() {
      if (this.environment.name !== 'client') return
      const copies = await Promise.all(pages.map(async ({ page, frontmatter }) => {
        const source = await readFile(join(docs, `${page}.md`), 'utf8')
        return { fileName: `${page}.md`, source: withTitle(source, frontmatter) }
      }))
      const full = copies.map(({ fileName, source }) => `<!-- ${address}${fileName} -->\n\n${source}`).join('\n\n')
      const index = indexOf(pages, address)
      const files = [...copies, { fileName: 'llms.txt', source: index }, { fileName: 'llms-full.txt', source: full }]
      for (const file of files) this.emitFile({ type: 'asset', ...file })
    },
  }
}
