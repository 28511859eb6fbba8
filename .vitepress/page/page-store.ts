import { basename, extname } from 'node:path'
import type { Section } from '../search/section.ts'
import { shortHash } from './short-hash.ts'

/** What a page shows, and what the search knows of it. */
export interface StoredPage {
  /** The parts of its body, as JSON: code that holds it needs no parser. */
  body: string
  sections: Section[]
}

/** The pages as they were rendered, outside any bundle, and the files that they refer to. */
export interface PageStore {
  pages: Map<string, StoredPage>
  /** Adds a file to the site and returns its address. */
  addFile: (name: string, content: string | Uint8Array) => string
  /** The added files, by their path below the site's base. */
  files: ReadonlyMap<string, string | Uint8Array>
}

/** @param base the site's base */
export function createPageStore(base: string): PageStore {
  const files = new Map<string, string | Uint8Array>()
  return {
    pages: new Map(),
    files,
    addFile(name, content) {
      const extension = extname(name)
      const file = `assets/pages/${basename(name, extension).replace(/[^\w-]+/g, '_')}.${shortHash(content)}${extension}`
      files.set(file, content)
      return base + file
    },
  }
}
