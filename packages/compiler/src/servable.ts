import { isUtf8 } from 'node:buffer'
import type { Problem } from './diagnostics.ts'

/** Why a file cannot be a page of a site; nothing where it can. */
export function checkServable(file: string, content: Buffer | Error): Problem[] {
  // Vite takes `?` and `#` for the end of a path, VitePress `[…]` for a variable, both `%` for the start of a code.
  const [character] = /[?#[\]%]/.exec(file) ?? []
  const warn = (message: string, hint: string): Problem[] => [{ file, line: 1, severity: 'warning', message, hint }]
  if (character) return warn(`a file name with “${character}” cannot be a page of the site`, 'rename the file')
  if (content instanceof Error) return warn(`it cannot be read: ${content.message}`, 'make it a file that can')
  if (!isUtf8(content)) return warn('the file is not UTF-8 and cannot be a page of the site', 'save it as UTF-8')
  return []
}

/** A glob that only the path itself matches. */
export function toGlob(path: string): string {
  return path.replace(/[\\?*[\](){}!+@|#]/g, '\\$&')
}
