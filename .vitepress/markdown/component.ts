import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs'
import type Token from 'markdown-it/lib/token.mjs'

/** Escapes text for a double-quoted attribute of a Vue template. */
export function escapeAttribute(text: string): string {
  return text.replace(/[&"<>]/g, char => `&#${char.charCodeAt(0)};`)
}

/** Creates a token that renders a Vue component. Strings become plain attributes, other values bound ones. */
export function component(state: StateCore, name: string, props: Record<string, unknown>): Token {
  const attributes = Object.entries(props).map(([prop, value]) => typeof value === 'string'
    ? `${prop}="${escapeAttribute(value)}"`
    : `:${prop}="${escapeAttribute(JSON.stringify(value))}"`)
  return htmlBlock(state, `<${name} ${attributes.join(' ')} />\n`)
}

/** Creates a token that renders HTML as it is. */
export function htmlBlock(state: StateCore, html: string): Token {
  const token = new state.Token('html_block', '', 0)
  token.content = html
  return token
}
