import { contained } from '@wxpay-live/compiler'
import type { MarkdownRenderer } from 'vitepress'

/** Lets `<<< file` show only files in a folder; others are shown as it is written. */
export function containedSnippetsPlugin(md: MarkdownRenderer, folder: string): void {
  md.core.ruler.push('contained-snippets', ({ tokens, src }) => {
    for (const token of tokens) {
      const { src: file } = token.meta ?? {}
      if (token.type !== 'fence' || typeof file !== 'string' || contained(file, folder)) continue
      const [line = 0] = token.map ?? []
      Object.assign(token, { meta: null, info: '', content: `${src.split('\n')[line]}\n` })
    }
  })
}
