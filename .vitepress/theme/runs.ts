import type { ThemedToken } from 'shiki/core'
import { escapeHtml } from './escape-html.ts'

/** Some text and the `style` of its colours; undefined if it has the colour of all text. */
export type Run = [text: string, style: string | undefined]

export const themes = { light: 'github-light-high-contrast', dark: 'github-dark-default' } as const

/** Options of Shiki that give code its colours in both schemes. */
export const tokenOptions = { themes, defaultColor: false, tokenizeTimeLimit: 0 } as const

/** Returns the `style` of a token for both schemes. */
const styleOfBoth = ({ htmlStyle = {} }: ThemedToken) => Object.entries(htmlStyle).map(pair => pair.join(':')).join(';')

/** Returns a run for each token of code, and for what lies between them. */
export function tokensOf(code: string, tokens: ThemedToken[][], styleOf = styleOfBoth): Run[] {
  const runs: Run[] = []
  let end = 0
  for (const token of tokens.flat()) {
    const { content, offset } = token
    runs.push([code.slice(end, offset), undefined], [content, styleOf(token)])
    end = offset + content.length
  }
  return [...runs, [code.slice(end), undefined]]
}

/** Joins the tokens of code to runs of one colour. */
export function runsOf(code: string, tokens: ThemedToken[][]): Run[] {
  const runs: Run[] = []
  for (const [text, style] of tokensOf(code, tokens)) extendRuns(runs, text, style)
  return runs
}

/** Writes a run as HTML. */
export function runHtml([text, style]: Run): string {
  const html = escapeHtml(text)
  return style === undefined ? html : `<span style="${escapeHtml(style)}">${html}</span>`
}

/** Appends a text. White space takes the style before it, which it does not show. */
export function extendRuns(runs: Run[], text: string, style: string | undefined): void {
  const last = runs.at(-1)
  if (last && (last[1] === style || !text.trim())) last[0] += text
  else if (text) runs.push([text, style])
}
