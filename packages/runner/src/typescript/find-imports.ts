import { parse } from 'es-module-lexer/js'

/** Where a code names a module that it imports. Offsets count UTF-16 units. */
export interface ImportPlace {
  name: string
  /** Of the name with its quotes. */
  start: number
  end: number
}

/** Finds where JavaScript names the modules that it imports, except by URL; nowhere if it is invalid. */
export function findImports(code: string): ImportPlace[] {
  return importsIn(code).flatMap(({ n: name, s: start, e: end, d: dynamic }) => {
    if (name === undefined || /^(?:https?|data|blob):/.test(name)) return []
    // Only the position of a dynamic import includes the quotes.
    const quote = dynamic > -1 ? 0 : 1
    return [{ name, start: start - quote, end: end + quote }]
  })
}

function importsIn(code: string) {
  try {
    const [imports] = parse(code)
    return imports
  } catch {
    return []
  }
}
