import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Files that the site needs beside pages: its icon. */
const assets = fileURLToPath(new URL('../../docs/public', import.meta.url))

/**
 * Writes pages into a folder, with the assets of the site.
 * @param pages text of each page, by its location below the folder
 * @param beside folder that is copied there first, whose pages are kept
 * @throws if the folder has something in it: a page that is no longer made would stay
 */
export function writePages(pages: Map<string, string>, folder: string, beside?: string): void {
  if (existsSync(folder) && readdirSync(folder).length) throw new Error(`${folder} is not empty: remove it, or choose another --out`)
  if (beside) cpSync(beside, folder, { recursive: true })
  for (const [page, text] of pages) {
    const file = join(folder, page)
    if (existsSync(file)) continue
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  cpSync(assets, join(folder, 'public'), { recursive: true })
}
