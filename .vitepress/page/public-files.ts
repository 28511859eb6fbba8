import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { contained } from '@wxpay-live/compiler'

/** Returns the files of a folder, by path, but none that a link names outside it. */
export function* publicFiles(folder: string): Iterable<[path: string, content: Uint8Array]> {
  if (!existsSync(folder)) return
  for (const name of globSync('**/*', { cwd: folder })) {
    const file = contained(join(folder, name), folder)
    if (file && statSync(file).isFile()) yield [name.replaceAll('\\', '/'), readFileSync(file)]
  }
}
