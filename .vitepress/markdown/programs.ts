import { readPrograms } from '@wxpay-live/compiler'
import type { MarkdownRenderer } from 'vitepress'
import type { Example } from '../page/page-examples.ts'
import { exampleToken } from './examples.ts'
import type { Highlight } from './highlight.ts'

/** Returns a program as the page shows it: a single tab. */
export function programOf(code: string, highlight: Highlight): Example {
  const tab = { label: 'TypeScript 程序', runs: highlight(code, 'typescript') }
  return { samples: {}, languages: [{ id: 'typescript', label: 'TypeScript', tabs: [tab] }] }
}

/** Replaces each ```` ```ts run ```` block with a runnable editor. */
export function programsPlugin(md: MarkdownRenderer, highlight: Highlight): void {
  md.core.ruler.push('programs', (state) => {
    for (const { code, index } of readPrograms(state.tokens)) {
      state.tokens[index] = exampleToken(state, programOf(code, highlight))
    }
  })
}
