import site from '@siteData'
import type { Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme-without-fonts'
import { h, markRaw } from 'vue'
import NotFound from './components/NotFound.vue'
import PageCrumbs from './components/PageCrumbs.vue'
import PageTools from './components/PageTools.vue'
import SearchButton from './components/SearchButton.vue'
import { takeLinkedCode } from './edits/address.ts'
import { copyPaths } from './page/copy-paths.ts'
import { enlargeDiagrams } from './page/enlarge-diagrams.ts'
import { followRouter } from './page/follow-router.ts'
import { finishBeforeActions } from './page/in-turn.ts'
import { openTips } from './page/open-tips.ts'
import { printLight } from './page/print-light.ts'
import { runOperations } from './page/run-operations.ts'
import { switchAtOnce } from './page/switch-at-once.ts'
import { watchTables } from './page/watch-tables.ts'
import './styles/brand.css'
import './styles/icons.css'
import './styles/layout.css'
import './styles/controls.css'
import './styles/operation-badge.css'
import './styles/operation-terms.css'
import './styles/operation.css'
import './styles/reference-table.css'
import './styles/im-table.css'
import './styles/table-tools.css'
import './styles/error-table.css'
import './styles/tip-cell.css'
import './styles/runnable-example.css'
import './styles/code-editor.css'
import './styles/example-tools.css'
import './styles/late-code.css'
import './styles/diagram.css'
import './styles/example-results.css'
import './styles/run-output.css'
import './styles/wire-view.css'
import './styles/product-list.css'
import './styles/sandbox-panel.css'
import './styles/clinic.css'
import './styles/clinic-result.css'
import './styles/search.css'
import './styles/not-found.css'
import './styles/page-crumbs.css'
import './styles/page-tools.css'
import './styles/doors.css'
import './styles/media.css'

export default {
  extends: DefaultTheme,
  Layout: () => h(DefaultTheme.Layout, null, {
    'doc-before': () => h(PageCrumbs),
    'doc-footer-before': () => h(PageTools),
    'nav-bar-content-before': () => h(SearchButton),
    'not-found': () => h(NotFound),
  }),
  async enhanceApp({ router }) {
    if (import.meta.env.SSR) return
    // The bar does not change, so Vue need not watch each entry.
    markRaw(site.themeConfig.nav)
    if (import.meta.env.PROD) {
      followRouter(router)
      finishBeforeActions(window)
    }
    takeLinkedCode(window)
    copyPaths(document)
    enlargeDiagrams(document)
    openTips(document)
    printLight(window)
    runOperations(document)
    switchAtOnce(document)
    watchTables(document)
    // VitePress hydrates the page in the next task.
    await new Promise((resolve) => { setTimeout(resolve) })
  },
} satisfies Theme
