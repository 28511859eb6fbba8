import { languages } from '@wxpay-live/compiler'
import { createHighlighter, type ShikiTransformer } from 'shiki'

const themes = { light: 'github-light-high-contrast', dark: 'github-dark-default' } as const

/** Turns code into the inner HTML of Shiki's `<code>`, in both colour schemes. */
export type Highlight = (code: string, language: string) => string

/** Lifts Shiki's limit of 500 ms per line: on a busy machine it would end highlighting early. */
export const withoutTimeLimit: ShikiTransformer = {
  name: 'without-time-limit',
  preprocess(_code, options) {
    options.tokenizeTimeLimit = 0
  },
}

/** Loads the grammars of all snippet languages. */
export async function createHighlight(): Promise<Highlight> {
  const langs = languages.map(({ grammar }) => grammar)
  const highlighter = await createHighlighter({ themes: Object.values(themes), langs })
  const options = { themes, defaultColor: false, mergeSameStyleTokens: true } as const
  const transformers = [withoutTimeLimit]
  return (code, lang) => {
    // The PHP grammar treats code as HTML text before `<?php`.
    const context = lang === 'php' && { grammarContextCode: '<?php' }
    const html = highlighter.codeToHtml(code, { ...options, ...context, lang, transformers })
    return /<code>([^]*)<\/code>/.exec(html)?.[1] ?? ''
  }
}
