import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MarkdownEnv } from 'vitepress'
import { keepNewest } from './keep-newest.ts'
import type { StoredPage } from './page-store.ts'
import { writeWhole } from './write-whole.ts'

type ReadNames = 'title' | 'headers' | 'includes' | 'links' | 'linkLines' | 'content' | 'frontmatter'

/** All that rendering a page yields; JSON holds it. */
export interface RenderedPage extends StoredPage {
  /** Name and content of the files that the body refers to. */
  files: [name: string, content: string][]
  /** What VitePress reads from the environment. */
  env: { [Name in ReadNames]?: MarkdownEnv[Name] | undefined }
}

/** A page as it is kept. */
interface Kept {
  page: RenderedPage
  /** Hashes of the files of which it shows a piece, by path. */
  shown: [file: string, hash: string][]
}

/** Rendered pages of this build and of earlier ones. */
export interface KeptPages {
  /** Whether there is one of this text. */
  has: (page: string, source: string) => boolean
  /** Returns an earlier rendering of the page; undefined if its text or its version has changed. */
  read: (page: string, source: string) => RenderedPage | undefined
  write: (page: string, source: string, rendered: RenderedPage) => void
}

/** What a page shows of others: an operation, an image. Such a page is rendered in each build. */
const outside = /<RunnableExample|!\[|<img/

/** Returns a hash of texts, as a name. */
export const hashOf = (...texts: string[]): string => texts.reduce((hash, text) => hash.update(`${text.length}:${text}`), createHash('sha256'))
  .digest('hex').slice(0, 24)

/**
 * Keeps rendered pages by their text and that of the files that they show.
 * @param folder holds those of one version
 * @param version of the code that renders, and of what all pages share
 */
export function keepPages(folder: string, version: string): KeptPages {
  const own = join(folder, version)
  keepNewest(folder, version)
  const fileOf = (page: string, source: string) => join(own, `${hashOf(page, source)}.json`)
  return {
    has: (page, source) => existsSync(fileOf(page, source)),
    read(page, source) {
      const file = fileOf(page, source)
      if (!existsSync(file)) return undefined
      const kept: Kept = JSON.parse(readFileSync(file, 'utf8'))
      return kept.shown.every(([file, hash]) => hashOfFile(file) === hash) ? kept.page : undefined
    },
    write(page, source, rendered) {
      if (outside.test(source)) return
      const file = fileOf(page, source)
      const shown = rendered.env.includes?.map((file): [string, string] => [file, hashOfFile(file)]) ?? []
      writeWhole(file, JSON.stringify({ page: rendered, shown } satisfies Kept))
    },
  }
}

const hashOfFile = (file: string) => existsSync(file) ? hashOf(readFileSync(file, 'utf8')) : ''

const compiler = ['package-lock.json', 'packages/compiler/src/**/*.ts']

/**
 * Returns a version that changes with the code that renders pages, its libraries, and data that all pages share.
 * @param repository folder of the code
 */
export function versionOf(repository: string, ...shared: unknown[]): string {
  const renderer = ['.vitepress/config.ts', '.vitepress/{markdown,page,search,navigation,theme}/**/*.ts']
  return hashOf(...read(repository, [...compiler, ...renderer]), JSON.stringify(shared))
}

/** Returns a version that changes with the compiler, its libraries, and Node. */
export const compilerVersionOf = (repository: string): string =>
  hashOf(process.version, ...read(repository, compiler))

const read = (folder: string, globs: string[]) => globSync(globs, { cwd: folder }).toSorted()
  .map(file => readFileSync(join(folder, file), 'utf8'))
