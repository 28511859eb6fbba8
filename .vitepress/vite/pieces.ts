import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const wrappers = JSON.stringify(fileURLToPath(new URL('../theme/page/hydrate-later.ts', import.meta.url)))

/**
 * How components of VitePress's theme come to life. Those that show the headings of the content come before it, because it
 * reads them as soon as it is alive.
 */
const wrapperOf: Record<string, 'hydrateInTurn' | 'hydrateOnApproach'> = {
  VPNavBar: 'hydrateInTurn',
  VPLocalNav: 'hydrateInTurn',
  VPSidebar: 'hydrateInTurn',
  VPContent: 'hydrateInTurn',
  VPMenu: 'hydrateOnApproach',
}

const prefix = '\0wxpay-live:piece/'

/** Lets the built site come to life in pieces instead of in one long task. */
export function pieces(): Plugin {
  const files = new Map<string, string>()
  return {
    name: 'wxpay-live:pieces',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer) {
      const [, name = ''] = /\/(\w+)\.vue$/.exec(source) ?? []
      if (!Object.hasOwn(wrapperOf, name) || !importer?.endsWith('.vue')) return undefined
      const resolved = await this.resolve(source, importer, { skipSelf: true })
      if (!resolved) return undefined
      files.set(name, resolved.id)
      return prefix + name
    },
    load(id) {
      const name = id.startsWith(prefix) ? id.slice(prefix.length) : ''
      const file = files.get(name)
      if (!file) return undefined
      return [
        `import { ${wrapperOf[name]} as wrap } from ${wrappers}`,
        `import component from ${JSON.stringify(file)}`,
        'export default wrap(component)',
      ].join('\n')
    },
  }
}
