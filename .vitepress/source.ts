import { readFileSync, realpathSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileFolder } from '@wxpay-live/compiler'
import { menus } from './navigation/menu.ts'
import { createPageMenus } from './navigation/page-menus.ts'
import { keepCompilation } from './page/kept-compilation.ts'
import { compilerVersionOf, keepPages, versionOf } from './page/kept-pages.ts'
import { createPageStore } from './page/page-store.ts'
import { printProgress } from './page/progress.ts'
import { readSiteLinks } from './site-links.ts'

const { DOCS_DIR, BASE_URL, SITE_URL } = process.env

/** The folder of this repository, ending in a slash. */
export const repository = fileURLToPath(new URL('..', import.meta.url))

/** The folder of the pages. */
export const docs = realpathSync(resolve(DOCS_DIR || `${repository}docs`))

/** Whether the pages are not a folder of the repository's root; problems in them are reported but do not fail the build. */
export const isForeign = dirname(docs) !== realpathSync(repository)

/** The path of the site, with a slash before and after it. */
export const base = BASE_URL ?? '/'

/** What is kept between builds. */
export const cache = `${repository}.vitepress/cache`

const { compile, save } = keepCompilation(`${cache}/compiled`, compilerVersionOf(repository))

/** The pages, compiled. */
export const folder = await compileFolder(docs, { compile, onPage: printProgress('compiling pages') })
save()

/** The menus by the paths that they are for. */
export const sidebar = menus(folder.pages, folder.catalog.operations)
export const pageMenus = createPageMenus(sidebar)

export const store = createPageStore(base)

export const links = readSiteLinks(JSON.parse(readFileSync(`${repository}package.json`, 'utf8')), SITE_URL)

// A page shows names of other operations and products, the error codes of all, and programs to start from.
const { catalog: all, compiled, pages } = folder
const programs = compiled.map(page => page.programs)
const version = versionOf(repository, base, all.errors, pages, programs, all.operations.map((
  { method, path, title, page, anchor, roles, counterpart },
) => [method, path, title, page, anchor, roles, counterpart]))

/** The pages that were rendered before. */
export const kept = keepPages(`${cache}/rendered`, version)
