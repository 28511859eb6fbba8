import { existsSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright'

/** The links of a page that lead to the site itself, as path and fragment. */
export async function ownLinks(page: Page): Promise<string[]> {
  const links = await page.locator('a[href]').evaluateAll(all => all.map(link => (link as HTMLAnchorElement).href))
  const { origin } = new URL(page.url())
  return [...new Set(links.filter(link => link.startsWith(`${origin}/`)).map(link => link.slice(origin.length)))]
}

/** Whether the built site has what the link leads to: the file, and in it the element. */
export function leadsSomewhere(link: string): boolean {
  const { pathname, hash } = new URL(link, 'http://site')
  const file = `.vitepress/dist${decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname)}`
  if (!existsSync(file)) return false
  return !hash || readFileSync(file, 'utf8').includes(`id="${decodeURIComponent(hash.slice(1))}"`)
}
