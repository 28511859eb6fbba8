import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { describe, expect, it } from 'vitest'
import { example } from './support/example.ts'
import { useSite } from './support/site.ts'

const site = useSite()

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Every page of the built site, as a URL path. */
const pages = globSync('**/*.html', { cwd: '.vitepress/dist' }).sort().map(file => `/${file.split('/').map(encodeURIComponent).join('/')}`)

// The page for what is not there has nothing until a script has drawn it.
const readable = pages.filter(path => path !== '/404.html')

describe.each(pages)('%s', (path) => {
  it.each(['light', 'dark'] as const)('fits 360 px without scrolling sideways and passes axe, %s', async (colorScheme) => {
    const page = await site.open(path, { colorScheme, viewport: { width: 360, height: 740 } })

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await page.evaluate(axe)
    const { violations } = await page.evaluate('axe.run()') as AxeResults
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join('\n')}`)).toEqual([])
  })
})

describe.each(readable)('%s', (path) => {
  it('links only to what is there', async () => {
    const page = await site.open(path)
    const links = await page.locator('a[href]').evaluateAll(all => all.map(link => (link as HTMLAnchorElement).href))
    const own = [...new Set(links.filter(link => link.startsWith(site.origin)))]

    expect(own.length).toBeGreaterThan(0)
    for (const link of own) {
      const { pathname, hash } = new URL(link)
      const response = await page.request.get(site.origin + pathname)
      expect(response.status(), link).toBe(200)
      if (hash) expect(await response.text(), link).toContain(`id="${decodeURIComponent(hash.slice(1))}"`)
    }
  })
})

describe('every runnable example', () => {
  it.each(pages.filter(path => path.startsWith('/openapi/') || path === '/index.html'))('runs on %s', async (path) => {
    const page = await site.open(path)
    const { run } = example(page)

    const count = await run.count()
    expect(count).toBeGreaterThan(0)
    for (let index = 0; index < count; index++) {
      await run.nth(index).click()
      const output = page.getByRole('region', { name: '输出' }).nth(index)
      await output.getByText('完成').waitFor()
    }
  })
})
