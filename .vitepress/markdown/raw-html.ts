import type { MarkdownRenderer } from 'vitepress'
import { escapeHtml } from '../theme/escape-html.ts'

/** `<?php …`, `<!DOCTYPE …` and includes, which an HTML parser takes for comments. */
const looksLikeComment = /^\s*<(?:\?|!(?!--)|!--\s*@include)/

/** Shows text that only looks like HTML as written. */
export function rawHtmlPlugin(md: MarkdownRenderer): void {
  md.core.ruler.push('raw-html', ({ tokens }) => {
    for (const token of tokens.flatMap(token => [token, ...token.children ?? []])) {
      if (!/^html_/.test(token.type) || !looksLikeComment.test(token.content)) continue
      const text = escapeHtml(token.content)
      token.content = token.type === 'html_block' ? `<pre><code>${text}</code></pre>\n` : text
    }
  })
}
