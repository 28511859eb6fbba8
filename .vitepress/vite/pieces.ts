import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const hydrateInTurn = JSON.stringify(fileURLToPath(new URL('../theme/page/hydrate-in-turn.ts', import.meta.url)))

/**
 * The components of VitePress's theme that come to life one after another. Those that show the headings of the content come
 * before it, because it reads them as soon as it is alive.
 */
const piece = /\/(VPNavBar|VPSidebar|VPContent)\.vue$/

const prefix = '\0wxpay-live:piece/'

/** Lets the built site come to life in pieces instead of in one long task. */
export function pieces(): Plugin {
  const files = new Map<string, string>()
  return {
    name: 'wxpay-live:pieces',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer) {
      const [, name] = piece.exec(source) ?? []
      if (!name || !importer?.endsWith('.vue')) return undefined
      const resolved = await this.resolve(source, importer, { skipSelf: true })
      if (!resolved) return undefined
      files.set(name, resolved.id)
      return prefix + name
    },
    load(id) {
      const file = id.startsWith(prefix) && files.get(id.slice(prefix.length))
      if (!file) return undefined
      return [
        `import { hydrateInTurn } from ${hydrateInTurn}`,
        `import component from ${JSON.stringify(file)}`,
        'export default hydrateInTurn(component)',
      ].join('\n')
    },
  }
}
