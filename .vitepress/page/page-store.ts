import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { Section } from '../search/section.ts'
import type { BodyPart } from './body-part.ts'

/** The bodies of pages, for the server's rendering, and the files that they refer to. */
export interface PageStore {
  /** Keeps the body of a page, and what the search knows of it. */
  put: (page: string, body: BodyPart[], sections: Section[]) => void
  /** The file with the body of a page, as JSON. */
  bodyOf: (page: string) => string
  /** The sections of each page. */
  readSections: () => Iterable<[page: string, sections: Section[]]>
  /** Adds a file to the site and returns its address. */
  addFile: (name: string, content: string | Uint8Array) => string
  /** The added files, by their path below the site's base. */
  files: ReadonlyMap<string, string | Uint8Array>
}

/**
 * Creates a store that keeps bodies in a folder, so that neither bundle holds them.
 * @param folder emptied first
 * @param base the site's base
 */
export function createPageStore(folder: string, base: string): PageStore {
  rmSync(folder, { recursive: true, force: true })
  const files = new Map<string, string | Uint8Array>()
  const searched = new Set<string>()
  const sectionsOf = (page: string) => join(folder, `${page}.search.json`)
  const bodyOf = (page: string) => join(folder, `${page}.json`)
  return {
    files,
    bodyOf,
    put(page, body, sections) {
      mkdirSync(dirname(bodyOf(page)), { recursive: true })
      writeFileSync(bodyOf(page), JSON.stringify(body))
      writeFileSync(sectionsOf(page), JSON.stringify(sections))
      searched.add(page)
    },
    * readSections() {
      for (const page of searched) yield [page, JSON.parse(readFileSync(sectionsOf(page), 'utf8'))]
    },
    addFile(name, content) {
      const hash = createHash('sha256').update(content).digest('base64url').slice(0, 8)
      const extension = extname(name)
      const file = `assets/pages/${basename(name, extension).replace(/[^\w-]+/g, '_')}.${hash}${extension}`
      files.set(file, content)
      return base + file
    },
  }
}
