import { realpathSync } from 'node:fs'
import { isAbsolute, relative, sep } from 'node:path'

/** Resolves a path with its symbolic links; undefined if the file does not exist, or lies outside the folder. */
export function contained(path: string, folder: string): string | undefined {
  try {
    const file = realpathSync(path)
    const way = relative(realpathSync(folder), file)
    return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way) ? undefined : file
  } catch {
    return undefined
  }
}
