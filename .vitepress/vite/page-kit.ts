import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

/** The module that the modules of pages import. */
export const pageKit = fileURLToPath(new URL('../theme/page/page-kit.ts', import.meta.url))

/** What the modules of pages need to know of the bundle. */
export interface Bundle {
  /** The file of {@link pageKit}, relative to the folder of the bundle. */
  kit: string
  /** The modules that a page loads beside its own. */
  preloads: string[]
}

/**
 * Bundles what the modules of pages import, which VitePress does not see.
 * @param onBundle receives the bundle of the browser, and that of the server with its folder, which VitePress will remove
 */
export function bundlePageKit(onBundle: (side: 'client' | 'ssr', bundle: Bundle, folder: string) => void): Plugin {
  return {
    name: 'wxpay-live:page-kit',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: pageKit, name: 'page-kit', preserveSignature: 'allow-extension' })
    },
    writeBundle({ dir = '' }, bundle) {
      const chunks = Object.values(bundle).filter(file => file.type === 'chunk')
      const [app, kit] = ['app', 'page-kit'].map(name => chunks.find(chunk => chunk.isEntry && chunk.name === name))
      if (!app || !kit) throw new Error('VitePress no longer bundles the site as “app”')
      const preloads = [...new Set([...app.imports, kit.fileName, ...kit.imports])]
      onBundle(this.environment.name === 'ssr' ? 'ssr' : 'client', { kit: kit.fileName, preloads }, dir)
    },
  }
}
