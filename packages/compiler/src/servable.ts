import { isUtf8 } from 'node:buffer'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contained } from './contained.ts'
import type { Problem } from './diagnostics.ts'

/** Reads a file of a folder; an error if it cannot be read, or is a link to a file outside. */
export async function readContained(folder: string, file: string): Promise<Buffer | Error> {
  const path = join(folder, file)
  if (existsSync(path) && !contained(path, folder)) return new Error('it is a link to a file outside the folder')
  return readFile(path).catch((error: Error) => error)
}

/** Warns about a file that cannot be a page of a site; empty if it can. */
export function checkServable(file: string, content: Buffer | Error): Problem[] {
  // Vite ends a path at `?` and `#`, VitePress reads `[…]` as a variable, and both decode `%`.
  const [character] = /[?#[\]%]/.exec(file) ?? []
  const warn = (message: string, hint: string): Problem[] => [{ file, line: 1, severity: 'warning', message, hint }]
  if (character) return warn(`a file name with “${character}” cannot be a page of the site`, 'rename the file')
  if (content instanceof Error) {
    return warn(`the file cannot be read: ${content.message}`, 'replace it with a readable file of the folder')
  }
  if (!isUtf8(content)) return warn('the file is not UTF-8 and cannot be a page of the site', 'save it as UTF-8')
  return []
}

/** A glob that matches only this path. */
export function toGlob(path: string): string {
  return path.replace(/[\\?*[\](){}!+@|#]/g, '\\$&')
}
