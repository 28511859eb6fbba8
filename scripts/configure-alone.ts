import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileFolder } from '@wxpay-live/compiler'
import type { DefaultTheme, UserConfig } from 'vitepress'

/** What VitePress alone makes of a folder: its pages only, or a site with a menu and VitePress's own search. */
export type Alone = 'pages' | 'site'

/** Configures VitePress alone for a folder. */
export async function configureAlone(folder: string, alone: Alone): Promise<void> {
  const config: UserConfig<DefaultTheme.Config> = {
    // Links may lead to pages that were not chosen.
    ignoreDeadLinks: true,
    ...alone === 'site' && { themeConfig: { search: { provider: 'local' }, sidebar: await menuOf(folder) } },
  }
  mkdirSync(join(folder, '.vitepress'), { recursive: true })
  writeFileSync(join(folder, '.vitepress/config.js'), `export default ${JSON.stringify(config)}`)
}

/** A menu of all pages, whose products are folded. */
async function menuOf(folder: string): Promise<DefaultTheme.SidebarItem[]> {
  const { pages } = await compileFolder(folder)
  const products = Map.groupBy(pages, ({ frontmatter }) => String(frontmatter.product))
  return Array.from(products, ([text, members]) => ({
    text, collapsed: true, items: members.map(({ page }) => ({ text: page, link: `/${page}` })),
  }))
}
