import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs'
import type Token from 'markdown-it/lib/token.mjs'

/** Creates a token that renders HTML as it is. */
export function htmlBlock(state: StateCore, html: string): Token {
  const token = new state.Token('html_block', '', 0)
  token.content = html
  return token
}
