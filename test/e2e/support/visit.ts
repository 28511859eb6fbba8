import { globSync } from 'node:fs'
import type { Page } from 'playwright'

/** Every page of the built site, as a URL path. */
export const pages = globSync('**/*.html', { cwd: '.vitepress/dist' }).sort()
  .map(file => `/${file.split('/').map(encodeURIComponent).join('/')}`)

/**
 * Visits every page once, in a few tabs side by side.
 * @param check says what is wrong with the page that the tab is on; what it throws is wrong, too
 * @returns what is wrong, each with the path of its page
 */
export async function visitAll(
  openTab: () => Promise<Page>, check: (tab: Page, path: string) => Promise<string[]>,
): Promise<string[]> {
  const waiting = [...pages]
  const problems: string[] = []
  let done = 0
  async function work(): Promise<void> {
    const tab = await openTab()
    tab.setDefaultTimeout(15_000)
    for (let path = waiting.shift(); path; path = waiting.shift()) {
      const found = await visit(tab, path).catch((error: Error) => [error.message])
      problems.push(...found.map(problem => `${decodeURIComponent(path)}: ${problem}`))
      done++
      // Over and over on a terminal, once at the end elsewhere.
      if (process.stderr.isTTY || done === pages.length) process.stderr.write(`\rpages: ${done} of ${pages.length}`)
    }
  }
  async function visit(tab: Page, path: string): Promise<string[]> {
    await tab.goto(new URL(path, tab.url()).href)
    // Until it is mounted, the page is only HTML.
    await tab.waitForFunction(() => '__vue_app__' in document.querySelector('#app')!)
    return check(tab, path)
  }
  await Promise.all([work(), work(), work()])
  process.stderr.write('\n')
  return problems
}
