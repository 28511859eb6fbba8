import type Token from 'markdown-it/lib/token.mjs'

/** The visible text of an inline token, without attributes, markup or permalink. */
export function textOf(inline: Token | undefined): string {
  let text = ''
  for (const child of inline?.children ?? []) {
    if (child.type === 'link_open' && child.attrGet('class') === 'header-anchor') break
    if (child.type === 'text' || child.type === 'code_inline') text += child.content
    if (child.type === 'softbreak') text += ' '
  }
  return text.trim()
}

/** The index of the token that closes the token at `open`; the last index if none does. */
export function closeOf(tokens: Token[], open: number): number {
  const { type, level } = tokens[open]!
  const close = type.replace(/_open$/, '_close')
  for (let index = open; index < tokens.length; index++) {
    if (tokens[index]!.type === close && tokens[index]!.level === level) return index
  }
  return tokens.length - 1
}
