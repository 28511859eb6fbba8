import { createHash } from 'node:crypto'
import type { HeadConfig, TransformContext } from 'vitepress'
import { describe, expect, it } from 'vitest'
import { policyTag, withPolicy } from '../content-security-policy.ts'

const head: HeadConfig[] = [policyTag, ['script', {}, 'let own = 1;\n own += 1'], ['script', { src: '/x.js' }], ['link', { rel: 'icon', href: '/x' }]]

/** A page as VitePress writes it, with a script that the page brings. */
const page = `<!DOCTYPE html>
<html>
  <head>
    <meta charset="utf-8">
    <script type="module" src="/app.js"></script>
    <meta http-equiv="Content-Security-Policy" content="${policyTag[1].content}">
    <script>let own=1;own+=1;</script>
    <script>alert(1)</script>
  </head>
  <body></body>
</html>`

const built = () => withPolicy(page, 'page.html', { siteConfig: { site: { head } } } as TransformContext)
const hash = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`
const directive = (html: string, name: string) => new RegExp(`content="(?:[^"]*; )?${name} ([^;"]*)`).exec(html)?.[1]

describe('withPolicy', () => {
  it('allows the inline scripts of the site by hash, and none that a page brings', async () => {
    const sources = directive(await built(), 'script-src')
    expect(sources).toContain(hash('let own=1;own+=1;'))
    expect(sources).not.toContain(hash('alert(1)'))
    expect(sources).not.toContain('unsafe-inline')
  })

  it('has one policy, before all scripts and within the first 1024 bytes that a browser reads for the encoding', async () => {
    const html = await built()
    expect(html.match(/Content-Security-Policy/g)).toHaveLength(1)
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script'))
    expect(html.indexOf('charset')).toBeLessThan(html.indexOf('Content-Security-Policy'))
  })

  it.each(['object-src', 'frame-src', 'base-uri', 'form-action'])('allows nothing for %s', async (name) => {
    expect(directive(await built(), name)).toBe(`'none'`)
  })
})
