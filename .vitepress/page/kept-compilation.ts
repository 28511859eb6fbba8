import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { compilePage } from '@wxpay-live/compiler'
import { hashOf } from './kept-pages.ts'

type Compiled = ReturnType<typeof compilePage>
/** Results by the hash of a page. Functions cannot be kept. */
type Kept = Map<string, Omit<Compiled, 'lineOf'>>

/**
 * Compiles the pages of a folder, and keeps the results in a file for the next time.
 * @param cache the folder of that file
 * @param docs the folder of the pages
 * @param version of the compiler
 */
export function keepCompilation(cache: string, docs: string, version: string) {
  const file = join(cache, hashOf(docs))
  const before = read(file, version)
  const now: Kept = new Map()
  return {
    compile(source: string, page: string): Compiled {
      const hash = hashOf(page, source)
      const kept = before.get(hash)
      const { lineOf, ...compiled } = kept
        ? { ...kept, lineOf: (...keys: string[]) => compilePage(source, page).lineOf(...keys) }
        : compilePage(source, page)
      now.set(hash, compiled)
      return { ...compiled, lineOf }
    },
    /** Keeps the results since the start and forgets the others. */
    save(): void {
      if (now.size === before.size && Array.from(now.keys()).every(hash => before.has(hash))) return
      mkdirSync(cache, { recursive: true })
      writeFileSync(file, serialize({ version, results: now }))
    },
  }
}

function read(file: string, version: string): Kept {
  if (!existsSync(file)) return new Map()
  const kept: { version: string, results: Kept } = deserialize(readFileSync(file))
  return kept.version === version ? kept.results : new Map()
}
