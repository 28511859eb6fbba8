import { languages } from '@wxpay-live/compiler'
import { bundledLanguages, createHighlighter, type BundledLanguage, type GrammarState, type ShikiTransformer } from 'shiki'
import { type Run, themes, tokensOf } from '../theme/runs.ts'
import { highlightLines } from './highlight-lines.ts'
import { pairThemes } from './pair-themes.ts'

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

/** Loads the grammars of all snippet languages. */
export async function createHighlight(): Promise<Highlight> {
  const langs = languages.map(({ grammar }) => grammar).filter(isBundled)
  const highlighter = await createHighlighter({ themes: Object.values(themes), langs })
  const { theme, styleOf } = pairThemes(highlighter.getTheme(themes.light), highlighter.getTheme(themes.dark))
  await highlighter.loadTheme(theme)

  function forLanguage(lang: BundledLanguage): (code: string) => Run[] {
    const tokenize = (code: string, grammarState?: GrammarState) => {
      const given = grammarState && { grammarState }
      const { tokens, grammarState: state } = highlighter.codeToTokens(
        code, { ...given, lang, theme: theme.name, tokenizeTimeLimit: 0 },
      )
      if (!state) throw new Error(`the grammar ${lang} has no states`)
      return { runs: tokensOf(code, tokens, styleOf), state }
    }
    // The PHP grammar treats code as HTML text before `<?php`.
    return highlightLines(tokenize(lang === 'php' ? '<?php' : '').state, tokenize)
  }

  const highlights = new Map(langs.map(lang => [lang, forLanguage(lang)]))
  return (code, language) => {
    const highlight = isBundled(language) && highlights.get(language)
    if (!highlight) throw new Error(`unknown grammar ${language}`)
    return highlight(code)
  }
}
