import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileFolder } from '@wxpay-live/compiler'
import { defineConfig, type MarkdownRenderer } from 'vitepress'
import { browserDependencies, editorDependencies } from '../scripts/browser-dependencies.ts'
import { fromSources } from '../scripts/source-condition.ts'
import { policyTag, withPolicy } from './content-security-policy.ts'
import { withoutTimeLimit } from './markdown/highlight.ts'
import { createMarkdownConfig } from './markdown/index.ts'
import { isReference } from './navigation/is-reference.ts'
import { labels } from './navigation/labels.ts'
import { menus, topMenu } from './navigation/menu.ts'
import { grayMatterOptions } from './page/gray-matter.ts'
import { hasHistory } from './page/has-history.ts'
import { keepCompilation } from './page/kept-compilation.ts'
import { compilerVersionOf, keepPages, versionOf } from './page/kept-pages.ts'
import { createComponentIds } from './page/component-ids.ts'
import { createPageStore } from './page/page-store.ts'
import { withoutProducts } from './page/late-menu.ts'
import { afterPaint, paintFirst } from './page/paint-first.ts'
import { printProgress } from './page/progress.ts'
import { withoutHashMap } from './page/without-hash-map.ts'
import { addressTags, ogPicture, readSiteLinks, repositoryLinks } from './site-links.ts'
import { storageStandIn } from './storage-stand-in.ts'
import { catalog } from './vite/catalog.ts'
import { downloads } from './vite/downloads.ts'
import { markdownCopies } from './vite/markdown-copies.ts'
import { pageMenus } from './vite/page-menus.ts'
import { php } from './vite/php.ts'
import { pieces } from './vite/pieces.ts'
import { publicFiles } from './vite/public-files.ts'
import { search } from './vite/search.ts'
import { serviceWorker } from './vite/service-worker.ts'
import { staticPages } from './vite/static-pages.ts'
import { warmPages } from './vite/warm-pages.ts'

/** Builds the pages of another folder instead of ours; problems in them are reported but do not fail the build. */
const { DOCS_DIR } = process.env
const isForeign = DOCS_DIR !== undefined
const repository = fileURLToPath(new URL('..', import.meta.url))
const docs = realpathSync(resolve(DOCS_DIR ?? `${repository}docs`))
const cache = `${repository}.vitepress/cache`
const { compile, save } = keepCompilation(`${cache}/compiled`, compilerVersionOf(repository))
const folder = await compileFolder(docs, { compile, onPage: printProgress('compiling pages') })
save()
const { catalog: all, pages, compiled, unservable } = folder

const sidebar = menus(pages, all.operations)
const pageMenu = pageMenus(sidebar)
const base = process.env.BASE_URL ?? '/'
// A page shows names of other operations and products, the error codes of all, and programs to start from.
const programs = compiled.map(page => page.programs)
const version = versionOf(repository, base, all.errors, pages, programs, all.operations.map((
  { method, path, title, page, anchor, roles, counterpart },
) => [method, path, title, page, anchor, roles, counterpart]))
const store = createPageStore(`${cache}/pages`, base)

const manifest = JSON.parse(readFileSync(`${repository}package.json`, 'utf8'))
const links = readSiteLinks(manifest, process.env.SITE_URL)

const setUpMarkdown = await createMarkdownConfig({
  folder, docs, base, store, isForeign, snippets: isForeign ? docs : repository,
  kept: keepPages(`${cache}/rendered`, version),
})
let renderer: MarkdownRenderer | undefined

export default defineConfig({
  srcDir: docs,
  ignoreDeadLinks: isForeign,
  srcExclude: unservable,
  base,
  lang: 'zh-CN',
  title: 'wxpay-live',
  description: '能运行的微信支付 APIv3 文档',
  head: [
    policyTag,
    ['script', {}, storageStandIn],
    ['script', {}, afterPaint],
    ['link', { rel: 'icon', type: 'image/svg+xml', href: `${base}favicon.svg` }],
  ],
  transformHtml: (html, file, context) => withPolicy(withoutProducts(paintFirst(html)), file, context),
  // It recalculates the styles of the whole page, also when nothing changes.
  appearance: { disableTransition: false },
  buildEnd: ({ outDir }) => withoutHashMap(outDir),
  transformHead: ({ pageData }) => addressTags(links, pageData, existsSync(`${docs}/public/${ogPicture}`)),
  ...links.site && { sitemap: { hostname: links.site } },
  lastUpdated: !isForeign && hasHistory(docs),
  // A menu links to many pages of about 7 KB each, so pages load only when opened.
  router: { prefetchLinks: false },
  themeConfig: {
    nav: topMenu(sidebar, pages),
    sidebar: {},
    ...labels,
    ...isForeign ? {} : repositoryLinks(links),
  },
  transformPageData: ({ relativePath, frontmatter }) =>
    isReference(relativePath) ? { frontmatter: { ...frontmatter, pageClass: 'reference' } } : undefined,
  markdown: {
    config: (md) => {
      renderer = md
      setUpMarkdown(md)
    },
    component: false,
    include: false,
    frontmatter: { grayMatterOptions },
    codeTransformers: [withoutTimeLimit],
    codeCopyButton: { tooltipText: '复制代码', copiedText: '已复制' },
  },
  // Pages are not Vue components.
  vue: { include: /\.vue$/, features: { componentIdGenerator: createComponentIds() } },
  vite: {
    optimizeDeps: { include: [...browserDependencies, ...editorDependencies, 'msw', 'msw/browser'] },
    // Otherwise Vite looks for a program that configures PostCSS, in the folder of the pages too.
    css: { postcss: {} },
    plugins: [
      pieces(), pageMenu.plugin, staticPages(store, pageMenu), publicFiles(`${docs}/public`), serviceWorker(), php(), downloads(), catalog(docs),
      search(store, pages, docs, () => renderer), warmPages(docs, () => renderer),
      ...isForeign ? [] : [markdownCopies(docs, pages, links.site ?? base)],
    ],
    define: { 'import.meta.env.VITE_MARKDOWN_COPIES': JSON.stringify(String(!isForeign)) },
    ssr: fromSources.ssr,
    resolve: { ...fromSources.resolve, alias: { tldts: fileURLToPath(new URL('vite/public-suffix.ts', import.meta.url)) } },
  },
})
