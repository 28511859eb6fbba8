import { languages } from '@wxpay-live/compiler'
import { bundledLanguages, createHighlighter, type BundledLanguage, type ShikiTransformer } from 'shiki'
import { type Run, runsOf, themes, tokenOptions } from '../theme/runs.ts'

/** Splits code into runs of one colour. */
export type Highlight = (code: string, language: string) => Run[]

/** Lifts Shiki's limit of 500 ms per line: on a busy machine it would end highlighting early. */
export const withoutTimeLimit: ShikiTransformer = {
  name: 'without-time-limit',
  preprocess(_code, options) {
    options.tokenizeTimeLimit = 0
  },
}

const isBundled = (language: string): language is BundledLanguage => language in bundledLanguages

/** How much highlighted code is kept: that of a dozen pages. */
const maxKept = 200

/** Keeps the latest results: of a page that is saved, most code is as it was. */
export function keepLatest(highlight: Highlight): Highlight {
  const kept = new Map<string, Run[]>()
  return (code, language) => {
    const key = `${language} ${code}`
    const runs = kept.get(key) ?? highlight(code, language)
    kept.delete(key)
    kept.set(key, runs)
    for (const oldest of kept.keys()) {
      if (kept.size <= maxKept) break
      kept.delete(oldest)
    }
    return runs
  }
}

/** Loads the grammars of all snippet languages. */
export async function createHighlight(): Promise<Highlight> {
  const langs = languages.map(({ grammar }) => grammar).filter(isBundled)
  const highlighter = await createHighlighter({ themes: Object.values(themes), langs })
  return (code, lang) => {
    if (!isBundled(lang)) throw new Error(`unknown grammar ${lang}`)
    // The PHP grammar treats code as HTML text before `<?php`.
    const context = lang === 'php' && { grammarContextCode: '<?php' }
    return runsOf(code, highlighter.codeToTokens(code, { ...tokenOptions, ...context, lang }).tokens)
  }
}
