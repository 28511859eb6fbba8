import type Token from 'markdown-it/lib/token.mjs'

/** A runnable program on a page: a fence ```` ```ts run ```` or ```` ```php run ````. */
export interface Program {
  language: 'typescript' | 'php'
  code: string
  /** 1-based line of the file on which the code starts. */
  line: number
  /** Index of the `fence` token. */
  index: number
}

const languages = { ts: 'typescript', php: 'php' } as const

/**
 * Finds the programs of a page.
 * @param firstLine 1-based line of the file on which the tokens start
 */
export function readPrograms(tokens: Token[], firstLine = 1): Program[] {
  return tokens.flatMap(({ type, info, content, map }, index) => {
    const name = /^(ts|php)\s+run$/.exec(info.trim())?.[1]
    if (type !== 'fence' || (name !== 'ts' && name !== 'php')) return []
    const line = firstLine + 1 + (map?.[0] ?? 0)
    return { language: languages[name], code: content.replace(/\n$/, ''), line, index }
  })
}
