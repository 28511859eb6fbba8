import { existsSync, readFileSync } from 'node:fs'
import { deserialize, serialize } from 'node:v8'
import { compilePage } from '@wxpay-live/compiler'
import { hashOf } from './kept-pages.ts'
import { writeWhole } from './write-whole.ts'

type Compiled = ReturnType<typeof compilePage>
/** Results by the hash of a page. Functions cannot be kept. */
type Kept = Map<string, Omit<Compiled, 'lineOf'>>

/**
 * Compiles pages, and keeps the results in a file for the next time.
 * @param version of the compiler
 */
export function keepCompilation(file: string, version: string) {
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
      writeWhole(file, serialize({ version, results: now }))
    },
  }
}

function read(file: string, version: string): Kept {
  if (!existsSync(file)) return new Map()
  const kept: { version: string, results: Kept } = deserialize(readFileSync(file))
  return kept.version === version ? kept.results : new Map()
}
