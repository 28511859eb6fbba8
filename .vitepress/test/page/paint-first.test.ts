import { describe, expect, it } from 'vitest'
import { paintFirst } from '../../page/paint-first.ts'

/** A page as VitePress writes it. */
const page = `<html>
  <head>
    <link rel="preload stylesheet" href="/style.css" as="style">
    <script type="module" src="/metadata.js"></script>
    <script type="module" src="/app.js"></script>
    <link rel="modulepreload" href="/page.md.1.lean.js">
    <script>own()</script>
  </head>
  <body></body>
</html>`

describe('paintFirst', () => {
  const built = paintFirst(page)

  it('leaves no module that the browser runs by itself', () => {
    expect(built).not.toContain('type="module"')
    expect(built.match(/<script type="after-paint" src="[^"]*">/g)).toEqual([
      '<script type="after-paint" src="/metadata.js">', '<script type="after-paint" src="/app.js">',
    ])
  })

  it('lets all modules wait until the page is parsed', () => {
    expect(built).not.toContain('modulepreload')
    const preloads = built.match(/<link rel="after-parse"[^>]*>/g)
    expect(preloads).toEqual(['/metadata.js', '/app.js', '/page.md.1.lean.js'].map(
      file => `<link rel="after-parse" fetchpriority="low" href="${file}">`,
    ))
  })

  it('has the style sheet once, between the inline scripts, which would wait for it, and the modules', () => {
    expect(built.match(/style\.css/g)).toHaveLength(1)
    expect(built.indexOf('own()')).toBeLessThan(built.indexOf('style.css'))
    expect(built.indexOf('style.css')).toBeLessThan(built.indexOf('after-parse'))
  })

  it('rejects a page that VitePress writes in another way', () => {
    expect(() => paintFirst('<head></head>')).toThrow('VitePress no longer writes')
  })
})
