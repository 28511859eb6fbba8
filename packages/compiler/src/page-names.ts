import type { Problem } from './diagnostics.ts'

/** Globs of the pages that cannot be built: Vite reads `?` and `#` as the end of a path, VitePress `[…]` as a variable. */
export const unservablePages = ['?', '#', '[', ']'].flatMap(char => [`**/*\\${char}*`, `**/*\\${char}*/**`])

/** What is wrong with the name of a page, as a URL. */
export function checkPageName(file: string): Problem[] {
  const [character] = /[?#[\]]/.exec(file) ?? []
  if (!character) return []
  return [{
    file,
    line: 1,
    severity: 'warning',
    message: `a file name with “${character}” cannot be a page of the site`,
    hint: 'rename the file',
  }]
}
