import { readlinkSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { codeOf } from '../values/errors.ts'

/**
 * Follows the symbolic links of a path to a file that may not exist yet.
 *
 * @throws Error of Node if its folder does not exist, or links lead in a circle
 */
export function targetOf(path: string): string {
  try {
    return realpathSync(path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    const [folder, link] = [dirname(path), linkOf(path)]
    return link === undefined ? join(realpathSync(folder), basename(path)) : targetOf(resolve(folder, link))
  }
}

function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}
