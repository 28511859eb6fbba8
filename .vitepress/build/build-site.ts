import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheAllGitTimestamps, resolveConfig, type PageData } from 'vitepress'
import { catalogFiles } from '../catalog/files.ts'
import { markdownCopies } from '../page/markdown-copy.ts'
import { printProgress } from '../page/progress.ts'
import { publicFiles } from '../page/public-files.ts'
import { searchFiles } from '../search/search-site.ts'
import { ogPicture } from '../site-links.ts'
import { base, cache, docs, folder, isForeign, kept, links, pageMenus, repository, store } from '../source.ts'
import { downloads } from '../vite/downloads.ts'
import { takeApp } from './app.ts'
import { appVersion } from './app-version.ts'
import { findDeadLinks } from './dead-links.ts'
import { pageDataOf } from './page-data.ts'
import { renderAhead } from './render-ahead.ts'
import { createRenderer, renderPage } from './render-pages.ts'
import { sitemapOf } from './sitemap.ts'
import { createSite } from './write-site.ts'

/**
 * Builds the site: takes the app, renders each page, and writes all files.
 * @param outDir the site's folder; other files in it are deleted
 * @throws if a link leads to no page of ours
 */
export async function buildSite(outDir: string | undefined): Promise<void> {
  const started = performance.now()
  const config = await resolveConfig(repository, 'build', 'production')
  if (outDir) config.outDir = outDir
  const pages = config.pages.filter(page => !kept.has(page, readFileSync(join(docs, page), 'utf8')))
  const stopThread = renderAhead(pages)
  config.logger.info('bundling the site without its pages')
  const app = await takeApp(repository, `${cache}/app`, appVersion(repository, docs, isForeign, config.site))
  config.logger.info('rendering pages')
  const data = await renderAll()
  await stopThread()
  config.logger.info('writing pages')
  const site = await createSite({
    app, config, store, menus: pageMenus, links, hasPicture: existsSync(`${docs}/public/${ogPicture}`),
  })
  const progress = printProgress('writing pages')
  for (const [index, page] of data.entries()) {
    await site.writePage(page)
    progress(index + 1, data.length)
  }
  for (const [path, content] of filesOf(data)) site.writeFile(path, content)
  site.close()
  config.logger.info(`site complete in ${((performance.now() - started) / 1000).toFixed(1)} s`)

  /** Renders the Markdown of all pages into the store; returns their data. */
  async function renderAll(): Promise<PageData[]> {
    if (config.lastUpdated) await cacheAllGitTimestamps(docs)
    const md = await createRenderer(config)
    const names = new Set(config.pages.map(page => page.replace(/\.md$/, '')))
    const dead: string[] = []
    const pages: PageData[] = []
    const progress = printProgress('rendering pages')
    for (const page of config.pages) {
      const { source, env } = await renderPage(md, page)
      if (!isForeign) dead.push(...findDeadLinks(env, source, names, `${docs}/public`))
      pages.push(await pageDataOf(env, md, config))
      progress(pages.length, config.pages.length)
    }
    if (dead.length) throw new Error(`links to pages that do not exist:\n${dead.join('\n')}`)
    return pages
  }

  function* filesOf(data: PageData[]): Iterable<[path: string, content: string | Uint8Array]> {
    yield* store.files
    yield* publicFiles(`${docs}/public`)
    yield* catalogFiles(folder.catalog)
    yield* downloads()
    yield* searchFiles(store, folder.pages)
    if (!isForeign) yield* markdownCopies(docs, folder.pages, links.site ?? base)
    if (links.site) yield ['sitemap.xml', sitemapOf(links.site, data)]
  }
}
