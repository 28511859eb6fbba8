import type Token from 'markdown-it/lib/token.mjs'

/** A runnable program on a page: a fence ```` ```ts run ````. */
export interface Program {
  code: string
  /** 1-based line of the file on which the code starts. */
  line: number
  /** Index of the `fence` token. */
  index: number
}

/**
 * Finds the programs of a page.
 * @param firstLine 1-based line of the file on which the tokens start
 */
export function readPrograms(tokens: Token[], firstLine = 1): Program[] {
  return tokens.flatMap(({ type, info, content, map }, index) => {
    if (type !== 'fence' || !/^ts\s+run$/.test(info.trim())) return []
    return { code: content.replace(/\n$/, ''), line: firstLine + 1 + (map?.[0] ?? 0), index }
  })
}
