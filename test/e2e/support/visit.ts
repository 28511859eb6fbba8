import type { Page } from 'playwright'
import { isAlive } from '../../support/alive.ts'

/** How many pages are looked at side by side. */
const tabs = 3

/**
 * Visits pages, each once.
 * @param paths URL paths
 * @param check returns what is wrong with the page that the tab is on; what it throws is wrong, too
 * @returns what is wrong, each with the path of its page
 */
export async function visitAll(
  paths: string[],
  openTab: () => Promise<Page>,
  check: (tab: Page, path: string) => Promise<string[]>,
): Promise<string[]> {
  const waiting = [...paths]
  const problems: string[] = []
  let done = 0
  async function work(): Promise<void> {
    const tab = await openTab()
    tab.setDefaultTimeout(30_000)
    for (let path = waiting.shift(); path; path = waiting.shift()) {
      const found = await visit(tab, path).catch((error: Error) => [error.message])
      problems.push(...found.map(problem => `${decodeURIComponent(path)}: ${problem}`))
      printProgress(++done, paths.length)
    }
  }
  async function visit(tab: Page, path: string): Promise<string[]> {
    await tab.goto(new URL(path, tab.url()).href)
    await tab.waitForFunction(isAlive)
    return check(tab, path)
  }
  await Promise.all(Array.from({ length: tabs }, work))
  return problems
}

/** Over and over on a terminal, ten times elsewhere. */
function printProgress(done: number, all: number): void {
  const line = `pages: ${done} of ${all}`
  if (process.stderr.isTTY) process.stderr.write(done === all ? `\r${line}\n` : `\r${line}`)
  else if (done === all || done % Math.ceil(all / 10) === 0) process.stderr.write(`   ${line}\n`)
}
