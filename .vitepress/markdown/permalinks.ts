import type { MarkdownRenderer } from 'vitepress'

/** Translates the label of the link beside a heading, for which VitePress has no setting. */
export function permalinksPlugin(md: MarkdownRenderer): void {
  md.core.ruler.push('permalink-labels', ({ tokens }) => {
    for (const link of tokens.flatMap(({ children }) => children ?? [])) {
      if (link.attrGet('class') !== 'header-anchor') continue
      const [, title = ''] = /“(.*)”/.exec(link.attrGet('aria-label') ?? '') ?? []
      link.attrSet('aria-label', `“${title}”的链接`)
    }
  })
}
