import type { Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme-without-fonts'
import { h } from 'vue'
import NotFound from './components/NotFound.vue'
import OperationBadge from './components/OperationBadge.vue'
import RunnableExample from './components/RunnableExample.vue'
import SandboxPanel from './components/SandboxPanel.vue'
import TipCell from './components/TipCell.vue'
import './styles/brand.css'
import './styles/layout.css'
import './styles/controls.css'
import './styles/operation-badge.css'
import './styles/operation-terms.css'
import './styles/reference-table.css'
import './styles/im-table.css'
import './styles/error-table.css'
import './styles/tip-cell.css'
import './styles/runnable-example.css'
import './styles/code-editor.css'
import './styles/diagram.css'
import './styles/run-output.css'
import './styles/wire-view.css'
import './styles/product-list.css'
import './styles/sandbox-panel.css'
import './styles/not-found.css'

export default {
  extends: DefaultTheme,
  Layout: () => h(DefaultTheme.Layout, null, {
    'doc-footer-before': () => h(SandboxPanel),
    'not-found': () => h(NotFound),
  }),
  enhanceApp({ app }) {
    app.component('OperationBadge', OperationBadge)
    app.component('RunnableExample', RunnableExample)
    app.component('TipCell', TipCell)
  },
} satisfies Theme
