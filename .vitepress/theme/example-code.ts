import { escapeHtml } from './escape-html.ts'
import { runHtml } from './runs.ts'

/** The code of a tab, ready to be shown. */
export interface ExampleCode {
  /** The exact code that is copied and run. */
  text: string
  /** The same code highlighted: the inner HTML of `<code>`. */
  html: string
}

/** The code of a tab as a page's file holds it. */
export interface PackedCode {
  text: string
  /** Pairs of a length and the index of a style; the text after the last pair has none. -1 stands for no style. */
  runs: number[]
}

/** The file of a page's examples. */
export interface PageExamples {
  /** Values of `style`. */
  styles: string[]
  /** The tabs of each example, by language. */
  examples: Record<string, PackedCode[]>[]
  /** Other code that is not on the page, or without colours. */
  blocks?: PackedCode[]
}

/** Makes the HTML of a tab's code. */
export function unpackCode({ text, runs }: PackedCode, styles: string[]): ExampleCode {
  let html = ''
  let position = 0
  for (let index = 0; index < runs.length; index += 2) {
    html += runHtml([text.slice(position, position += runs[index]!), styles[runs[index + 1]!]])
  }
  return { text, html: html + escapeHtml(text.slice(position)) }
}
