import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { moduleHashes } from '../theme/page/module-hashes.ts'

/** How VitePress writes the hashes of all pages' modules: an assignment of a string literal. */
const hashMap = /^window\.__VP_HASH_MAP__=JSON\.parse\("(?:[^"\\]|\\.)*"\);/

/**
 * Removes the hashes of all pages from the script that every page loads: each document names the module of its page.
 * @param folder the built site
 * @throws if VitePress no longer writes them there
 */
export function withoutHashMap(folder: string): void {
  const files = globSync('assets/chunks/metadata.*.js', { cwd: folder }).map(file => join(folder, file))
  for (const file of files) {
    const script = readFileSync(file, 'utf8')
    if (!hashMap.test(script)) throw new Error(`${file}: VitePress no longer begins it with the hashes of all pages`)
    writeFileSync(file, script.replace(hashMap, () => `window.__VP_HASH_MAP__=(${String(moduleHashes)})(document);`))
  }
  if (!files.length) throw new Error(`${folder}: VitePress no longer writes assets/chunks/metadata.*.js`)
}
