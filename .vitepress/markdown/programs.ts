import { readPrograms } from '@wxpay-live/compiler'
import type { MarkdownRenderer } from 'vitepress'
import type { ExampleData } from '../theme/example.ts'
import { component } from './component.ts'
import type { Highlight } from './highlight.ts'

/** Returns a program as the page shows it: a single tab. */
export function programData(code: string, highlight: Highlight): ExampleData {
  const tab = { label: 'TypeScript 程序', code, html: highlight(code, 'typescript') }
  return { samples: {}, languages: [{ id: 'typescript', label: 'TypeScript', tabs: [tab] }] }
}

/** Replaces each ```` ```ts run ```` block with a runnable editor. */
export function programsPlugin(md: MarkdownRenderer, highlight: Highlight): void {
  md.core.ruler.push('programs', (state) => {
    for (const { code, index } of readPrograms(state.tokens)) {
      state.tokens[index] = component(state, 'RunnableExample', { example: programData(code, highlight) })
    }
  })
}
