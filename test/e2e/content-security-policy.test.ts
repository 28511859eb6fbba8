import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { builtPages, dist } from './support/built-pages.ts'
import { useSite } from './support/site.ts'

const site = useSite()

/** Inline scripts of a built page that its policy does not allow. */
function blockedScripts(html: string): string[] {
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1] ?? ''
  return Array.from(html.matchAll(/<script(?![^>]* src=)[^>]*>([^]*?)<\/script>/g), ([, script]) => script!)
    .filter(script => !policy.includes(`'sha256-${createHash('sha256').update(script).digest('base64')}'`))
}

describe('the policy of the pages', () => {
  it('allows the inline scripts of every page by their hashes', () => {
    const blocked = builtPages.filter(file => blockedScripts(readFileSync(`${dist}/${file}`, 'utf8')).length > 0)
    expect(blocked).toEqual([])
  })

  it.each([
    ['an inline script', '<script>document.title = "ran"</script>'],
    ['an event handler', '<img src="/none.png" onerror="document.title = \'ran\'">'],
    ['a javascript: link', '<a id="bait" href="javascript:document.title = \'ran\'">x</a>'],
    ['a frame', '<iframe src="/ran.html"></iframe>'],
    ['a form', '<form action="/ran.html"><button id="bait">x</button></form>'],
    ['a base', '<base href="https://example.com/">'],
  ])('does not let %s act', async (_what, html) => {
    const page = await site.openQuietly()
    const title = await page.evaluate(() => document.title)
    const violation = page.evaluate(() => new Promise<string>((resolve) => {
      addEventListener('securitypolicyviolation', event => resolve(event.effectiveDirective), { once: true })
    }))
    await page.evaluate((source) => {
      const fragment = document.createRange().createContextualFragment(source)
      document.body.append(fragment)
      document.querySelector<HTMLElement>('#bait')?.click()
    }, html)
    expect(await violation).toMatch(/^(?:script-src-(?:elem|attr)|frame-src|form-action|base-uri)$/)
    expect(await page.evaluate(() => document.title)).toBe(title)
    expect(new URL(page.url()).pathname).not.toContain('ran')
    expect(await page.evaluate(() => document.baseURI)).toBe(page.url())
  })
})
