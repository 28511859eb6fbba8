import type Token from 'markdown-it/lib/token.mjs'

/** A program that a page shows and runs: a fence ```` ```ts run ````. */
export interface Program {
  code: string
  /** Line of the file on which its code starts. */
  line: number
  /** Index of its `fence` token. */
  index: number
}

/**
 * Finds the programs of a page.
 * @param firstLine line of the file on which the tokens' text starts
 */
export function readPrograms(tokens: Token[], firstLine = 1): Program[] {
  return tokens.flatMap(({ type, info, content, map }, index) => {
    if (type !== 'fence' || !/^ts\s+run$/.test(info.trim())) return []
    return { code: content.replace(/\n$/, ''), line: firstLine + 1 + (map?.[0] ?? 0), index }
  })
}
