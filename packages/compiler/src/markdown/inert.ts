import type MarkdownIt from 'markdown-it'
import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs'
import type Token from 'markdown-it/lib/token.mjs'

/** Braces of any expression except `{{ $frontmatter.name }}`; they are shown as text. */
const interpolation = /\{\{(?!\s*\$frontmatter\.[\w-]+\s*\}\})/

/** The part of a render environment that decides how a page's HTML is treated. */
export interface InertEnv {
  /** Shows HTML as text. @default false */
  inert?: boolean
}

/** Shows expressions, `<script>` and `<style>` as text, and all HTML if `env.inert` is set, so that a page cannot run code. */
export function inertContent(markdown: MarkdownIt): void {
  markdown.core.ruler.push('inert-content', (state) => {
    const { inert = false }: InertEnv = state.env ?? {}
    state.tokens = state.tokens.flatMap(token => toInert(token, state, inert))
    for (const token of state.tokens) {
      if (token.children) token.children = token.children.flatMap(child => toInert(child, state, inert))
    }
  })
}

function toInert(token: Token, state: StateCore, inert: boolean): Token[] {
  if (token.type === 'text') return splitText(token.content, state)
  if (token.type !== 'html_block' && token.type !== 'html_inline') return [token]
  if (!inert && !/^\s*<\/?(?:script|style|template|component)\b/i.test(token.content)) {
    token.content = token.content.replace(new RegExp(interpolation, 'g'), '&#123;&#123;')
    return [token]
  }
  if (token.type === 'html_inline') return splitText(token.content, state)
  const [open, inline, close] = [
    new state.Token('paragraph_open', 'p', 1), new state.Token('inline', '', 0), new state.Token('paragraph_close', 'p', -1),
  ]
  Object.assign(inline, { content: token.content, map: token.map, children: splitText(token.content, state) })
  return [open, inline, close]
}

/** Replaces each `{{` by character references, which a template engine leaves alone. */
function splitText(content: string, state: StateCore): Token[] {
  return content.split(new RegExp(interpolation, 'g')).flatMap((text, index) => {
    const braces = new state.Token('html_inline', '', 0)
    braces.content = '&#123;&#123;'
    const plain = new state.Token('text', '', 0)
    plain.content = text
    return index ? [braces, plain] : [plain]
  })
}
