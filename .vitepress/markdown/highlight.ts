import { languages } from '@wxpay-live/compiler'
import { bundledLanguages, createHighlighter, type BundledLanguage, type ShikiTransformer } from 'shiki'

const themes = { light: 'github-light-high-contrast', dark: 'github-dark-default' } as const

/** Some text and the `style` of its colours; undefined if it has the colour of all text. */
export type Run = [text: string, style: string | undefined]

/** Splits code into runs of one colour. */
export type Highlight = (code: string, language: string) => Run[]

/** Lifts Shiki's limit of 500 ms per line: on a busy machine it would end highlighting early. */
export const withoutTimeLimit: ShikiTransformer = {
  name: 'without-time-limit',
  preprocess(_code, options) {
    options.tokenizeTimeLimit = 0
  },
}

const options = { themes, defaultColor: false, tokenizeTimeLimit: 0 } as const

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
    const { tokens } = highlighter.codeToTokens(code, { ...options, ...context, lang })
    const runs: Run[] = []
    let end = 0
    for (const { content, offset, htmlStyle = {} } of tokens.flat()) {
      const style = Object.entries(htmlStyle).map(pair => pair.join(':')).join(';')
      extend(runs, code.slice(end, offset), undefined)
      extend(runs, content, style)
      end = offset + content.length
    }
    extend(runs, code.slice(end), undefined)
    return runs
  }
}

/** Appends a text. White space takes the style before it, which it does not show. */
function extend(runs: Run[], text: string, style: string | undefined): void {
  const last = runs.at(-1)
  if (last && (last[1] === style || !text.trim())) last[0] += text
  else if (text) runs.push([text, style])
}
