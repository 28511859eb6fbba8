import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { MarkdownEnv } from 'vitepress'
import type { Section } from '../search/section.ts'
import type { BodyPart } from './body-part.ts'

/** All that rendering a page yields; JSON holds it. */
export interface RenderedPage {
  body: BodyPart[]
  sections: Section[]
  /** Name and content of the files that the body refers to. */
  files: [name: string, content: string][]
  /** What VitePress reads from the environment. */
  env: Partial<Record<keyof MarkdownEnv, unknown>>
}

/** Rendered pages of this build and of earlier ones. */
export interface KeptPages {
  /** Returns an earlier rendering of the page; undefined if its text or its version has changed. */
  read: (page: string, source: string) => RenderedPage | undefined
  write: (page: string, source: string, rendered: RenderedPage) => void
}

/** What a page shows of other files: another operation, a piece of code, an image. Such a page is rendered in each build. */
const outside = /<RunnableExample|^<<<|!\[|<img|@include/m

/** Returns a hash of texts, as a name. */
export const hashOf = (...texts: string[]): string => texts.reduce((hash, text) => hash.update(`${text.length}:${text}`), createHash('sha256'))
  .digest('hex').slice(0, 24)

/**
 * Keeps rendered pages by their text.
 * @param folder holds those of one version
 * @param version of the code that renders, and of what all pages share
 */
export function keepPages(folder: string, version: string): KeptPages {
  const own = join(folder, version)
  const others = existsSync(folder) ? readdirSync(folder).filter(name => name !== version) : []
  for (const name of others) rmSync(join(folder, name), { recursive: true, force: true })
  const fileOf = (page: string, source: string) => join(own, `${hashOf(page, source)}.json`)
  return {
    read(page, source) {
      const file = fileOf(page, source)
      return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
    },
    write(page, source, rendered) {
      if (outside.test(source)) return
      const file = fileOf(page, source)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, JSON.stringify(rendered))
    },
  }
}

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
