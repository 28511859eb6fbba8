import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright'

const script = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The accessibility violations that axe finds on the page now, with their elements. */
export async function axe(page: Page, options: RunOptions = {}): Promise<string[]> {
  await page.evaluate(`if (!window.axe) { ${script} }`)
  // Otherwise axe describes every element that passes, too, and computes selectors, which take a third of its time.
  const all = { resultTypes: ['violations'], selectors: false, ...options }
  const { violations } = await page.evaluate(`axe.run(${JSON.stringify(all)})`) as AxeResults
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join('\n')}`)
}
