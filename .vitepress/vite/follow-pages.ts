import { readFile, rename, writeFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { compilePage, formatProblem, type CompiledPage } from '@wxpay-live/compiler'
import type { Catalog } from '@wxpay-live/compiler/model'
import { replacePage } from './replace-page.ts'

/** Milliseconds until the catalog is written: it is large, and the saved page comes first. */
const delay = 500

/** What a page adds to a catalog, as JSON. */
const ownOf = ({ operations, notifications = [] }: Catalog, page: string) =>
  JSON.stringify([operations, notifications].map(all => all.filter(entry => `${entry.page}.md` === page)))

/**
 * Keeps the file of a catalog as its pages are.
 * @param report receives problems of a page that was saved
 * @returns what to call with a file that was saved; resolves when the catalog has it
 */
export function followPages(
  docs: string, file: string, report: (problem: string) => void,
): (path: string) => Promise<void> {
  const saved = new Map<string, CompiledPage>()
  let updating: Promise<void> = Promise.resolve()

  async function update(): Promise<void> {
    await setTimeout(delay)
    if (!saved.size) return
    const before: Catalog = JSON.parse(await readFile(file, 'utf8'))
    const pages = [...saved]
    saved.clear()
    const after = pages.reduce((catalog, [page, compiled]) => replacePage(catalog, page, compiled), before)
    if (pages.every(([page]) => ownOf(after, page) === ownOf(before, page))) return
    // Whoever reads it meanwhile reads the old one.
    await writeFile(`${file}.new`, JSON.stringify(after))
    await rename(`${file}.new`, file)
  }

  return async (path) => {
    const page = relative(docs, path).replaceAll('\\', '/')
    if (page.startsWith('..') || !page.endsWith('.md')) return
    try {
      const compiled = compilePage(await readFile(path, 'utf8'), page)
      for (const problem of compiled.problems) report(formatProblem({ ...problem, file: path }))
      saved.set(page, compiled)
      updating = updating.then(update)
      await updating
    } catch (error) {
      updating = Promise.resolve()
      report(`${path}: the sandbox does not have this page: ${(error as Error).message}`)
    }
  }
}
