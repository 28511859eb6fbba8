import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PageData, SiteConfig } from 'vitepress'
import type { PageMenus } from '../navigation/page-menus.ts'
import { hashOf } from '../page/kept-pages.ts'
import type { PageStore } from '../page/page-store.ts'
import { shortHash } from '../page/short-hash.ts'
import { writeWhole } from '../page/write-whole.ts'
import { addressTags, type SiteLinks } from '../site-links.ts'
import type { App } from './app.ts'
import { fillDocument } from './document.ts'
import { fillFolder } from './output-folder.ts'
import { moduleName, pageModule } from './page-modules.ts'

/** Options of {@link createSite}. */
export interface SiteOptions {
  app: App
  config: SiteConfig
  store: PageStore
  menus: PageMenus
  links: SiteLinks
  hasPicture: boolean
}

/** A site that is being written. */
export interface Site {
  /** Writes a file, by its path below the site's base. */
  writeFile: (path: string, content: string | Uint8Array) => void
  /** Writes a page, whose body is in the store: its modules and its document, which is kept for the next builds. */
  writePage: (data: PageData) => Promise<void>
  /** Ends the site; forgets the documents of other builds. */
  close: () => void
}

/** The files of a menu's modules: below the site's base, and in the folder of the server. */
interface Menu {
  client: string
  server: string
}

/** Creates the site of a configuration in its folder, and deletes what else is there. */
export async function createSite(
  { app, config, store, menus, links, hasPicture }: SiteOptions,
): Promise<Site> {
  const { outDir, assetsDir, site } = config
  const { render } = await import(pathToFileURL(join(app.server, 'app.js')).href)
  const address = (file: string) => site.base + file
  const hashes: Record<string, string> = {}
  const menusOfSite = new Map<number, Menu>()
  const used = new Set<string>()
  const output = fillFolder(outDir)
  output.copy(app.client)

  /** Writes the modules of a menu, once. */
  function writeMenu(number: number): Menu {
    const known = menusOfSite.get(number)
    if (known) return known
    const code = menus.code(number, address(app.bundles.client.kit))
    const hash = shortHash(code)
    const menu = { client: `${assetsDir}/menus/${number}.${hash}.js`, server: `menu-${hash}.js` }
    output.write(menu.client, code)
    writeFileSync(join(app.server, menu.server), menus.code(number, `./${app.bundles.ssr.kit}`))
    menusOfSite.set(number, menu)
    return menu
  }

  async function contentOf(data: PageData, menu: Menu | undefined, body: string): Promise<string> {
    const { relativePath } = data
    const imports = { kit: `./${app.bundles.ssr.kit}`, menu: menu && `./${menu.server}` }
    writeFileSync(join(app.server, `${moduleName(relativePath)}.js`), pageModule(data, imports, body))
    const { content } = await render(`/${relativePath.replace(/\.md$/, '')}`)
    return content
  }

  return {
    writeFile: output.write,
    async writePage(data) {
      const { relativePath } = data
      const number = menus.numberOf(relativePath)
      const menu = number === undefined ? undefined : writeMenu(number)
      const imports = { kit: address(app.bundles.client.kit), menu: menu && address(menu.client) }
      const code = pageModule(data, imports)
      const name = moduleName(relativePath)
      const hash = shortHash(code)
      hashes[name.toLowerCase()] = hash
      const file = `${assetsDir}/${name}.${hash}`
      for (const ending of ['.js', '.lean.js']) output.write(file + ending, code)

      const { body } = store.pages.get(relativePath)!
      const tags = addressTags(links, data, hasPicture)
      const key = hashOf(code, JSON.stringify(tags), body)
      used.add(key)
      const html = await keep(join(app.documents, key), async () => {
        const preloads = [...app.bundles.client.preloads, ...menu ? [menu.client] : [], `${file}.lean.js`].map(address)
        const content = await contentOf(data, menu, body)
        return fillDocument(app.frame, site, { data, content, tags, preloads })
      })
      output.write(relativePath.replace(/\.md$/, '.html'), html)
    },
    close() {
      output.write('hashmap.json', JSON.stringify(hashes))
      output.close()
      const others = readdirSync(app.documents).filter(key => !used.has(key))
      for (const key of others) rmSync(join(app.documents, key), { force: true })
    },
  }
}

/** Returns the content of a file, or creates it. Another build may delete it at any time. */
async function keep(file: string, create: () => Promise<string>): Promise<string | Uint8Array> {
  try {
    return readFileSync(file)
  } catch {
    const content = await create()
    writeWhole(file, content)
    return content
  }
}
