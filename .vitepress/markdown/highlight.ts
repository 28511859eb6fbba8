import { languages } from '@wxpay-live/compiler'
import { createHighlighter } from 'shiki'

const themes = { light: 'github-light-high-contrast', dark: 'github-dark-default' } as const

/** Turns code into the inner HTML of Shiki's `<code>`, in both colour schemes. */
export type Highlight = (code: string, language: string) => string

/** Loads the grammars of all snippet languages. */
export async function createHighlight(): Promise<Highlight> {
  const langs = languages.map(({ grammar }) => grammar)
  const highlighter = await createHighlighter({ themes: Object.values(themes), langs })
  const options = { themes, defaultColor: false, mergeSameStyleTokens: true } as const
  return (code, lang) => {
    // The PHP grammar treats code as HTML text before `<?php`.
    const html = highlighter.codeToHtml(code, { lang, ...options, ...(lang === 'php' && { grammarContextCode: '<?php' }) })
    return /<code>([^]*)<\/code>/.exec(html)?.[1] ?? ''
  }
}
