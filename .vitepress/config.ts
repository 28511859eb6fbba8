import { fileURLToPath } from 'node:url'
import { defineConfig, type MarkdownRenderer } from 'vitepress'
import { browserDependencies, editorDependencies } from '../scripts/browser-dependencies.ts'
import { fromSources } from '../scripts/source-condition.ts'
import { policyTag, withPolicy } from './content-security-policy.ts'
import { withoutTimeLimit } from './markdown/highlight.ts'
import { createMarkdownConfig } from './markdown/index.ts'
import { isReference } from './navigation/is-reference.ts'
import { labels } from './navigation/labels.ts'
import { topMenu } from './navigation/menu.ts'
import { createComponentIds } from './page/component-ids.ts'
import { grayMatterOptions } from './page/gray-matter.ts'
import { hasHistory } from './page/has-history.ts'
import { afterPaint, paintFirst } from './page/paint-first.ts'
import { withoutHashMap } from './page/without-hash-map.ts'
import { repositoryLinks } from './site-links.ts'
import { base, docs, folder, isForeign, kept, links, pageMenus, repository, sidebar, store } from './source.ts'
import { storageStandIn } from './storage-stand-in.ts'
import { catalog } from './vite/catalog.ts'
import { serveDownloads } from './vite/downloads.ts'
import { servePageMenus } from './vite/page-menus.ts'
import { php } from './vite/php.ts'
import { pieces } from './vite/pieces.ts'
import { search } from './vite/search.ts'
import { serviceWorker } from './vite/service-worker.ts'
import { staticPages } from './vite/static-pages.ts'
import { warmPages } from './vite/warm-pages.ts'
import { writeOnce } from './vite/write-once.ts'

const { pages, unservable } = folder
const setUpMarkdown = await createMarkdownConfig({
  folder, docs, base, store, isForeign, kept, snippets: isForeign ? docs : repository,
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
  // Of the one document that VitePress writes, which those of the pages are made of.
  transformHtml: (html, file, context) => withPolicy(paintFirst(html), file, context),
  // It recalculates the styles of the whole page, also when nothing changes.
  appearance: { disableTransition: false },
  buildEnd: ({ outDir }) => withoutHashMap(outDir),
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
    optimizeDeps: {
      include: [
        ...browserDependencies, ...editorDependencies, 'minisearch', 'minisearch/SearchableMap', 'msw', 'msw/browser',
      ],
    },
    // Otherwise Vite looks for a program that configures PostCSS, in the folder of the pages too.
    css: { postcss: {} },
    // The build writes them.
    build: { copyPublicDir: false },
    plugins: [
      writeOnce(), pieces(), serviceWorker(), php(),
      servePageMenus(pageMenus), staticPages(store, pageMenus), serveDownloads(), catalog(docs),
      search(store, pages, docs, () => renderer), warmPages(docs, () => renderer),
    ],
    define: { 'import.meta.env.VITE_MARKDOWN_COPIES': JSON.stringify(String(!isForeign)) },
    ssr: fromSources.ssr,
    resolve: { ...fromSources.resolve, alias: [
      { find: 'tldts', replacement: fileURLToPath(new URL('vite/public-suffix.ts', import.meta.url)) },
      { find: './VPDocFooterLastUpdated.vue', replacement: fileURLToPath(new URL('theme/components/LastUpdated.vue', import.meta.url)) },
    ] },
  },
})
