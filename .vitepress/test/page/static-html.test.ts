import { describe, expect, it } from 'vitest'
import { toParts, toStaticTree, type PageContext } from '../../page/static-html.ts'

const toStaticHtml = (html: string, context: PageContext) => toParts(toStaticTree(html, context))

const frontmatter = { title: '<b>下单</b>', order: 3, none: null }

const toHtml = (html: string) => toStaticHtml(html, { frontmatter, addressOf: source => `/assets/${source}` }).join('')

describe('code of a page', () => {
  it.each([
    ['a script', '<script>alert(1)</script><div><script setup>a</script></div>', '<div></div>'],
    ['a style sheet', '<style>* { background: url(https://evil.example) }</style>x', 'x'],
    ['event handlers', '<img src="a.png" onerror="x"><svg onload="x"></svg>', '<img src="/assets/a.png"><svg></svg>'],
    ['Vue directives', '<b v-html="x" :title="x" @click="x" v-for="i in 1" #s>x</b>', '<b>x</b>'],
    ['a component', '<component :is="x"><Foo>x</Foo></component>', 'x'],
    ['javascript: addresses', '<a href="javascript:x">x</a><a href=" JaVaScRiPt:x">y</a>', '<a>x</a><a>y</a>'],
    ['other schemes', '<a href="data:text/html,x">x</a><a href="file:///etc/passwd">y</a>', '<a>x</a><a>y</a>'],
    ['forms', '<form action="https://evil.example"><button formaction="x" type="submit">x</button></form>', '<button>x</button>'],
    ['frames', '<iframe srcdoc="<script>1</script>"></iframe><object data="x"></object><embed src="x">', ''],
    ['what belongs into the head', '<meta http-equiv="refresh" content="0"><base href="x"><link rel="stylesheet" href="x">', ''],
    ['styles', '<b style="background:url(https://evil.example)">x</b>', '<b>x</b>'],
    ['a drawing with references', '<svg><use href="x"/><path fill="url(https://evil.example)" d="M0"/></svg>', '<svg><path d="M0"/></svg>'],
  ])('drops %s', (_name, html, expected) => {
    expect(toHtml(html)).toBe(expected)
  })

  it('stays dropped however the HTML is broken', () => {
    for (const html of ['<img src=x onerror=1 <p>', '<svg><style><img src=x onerror=1>', '<math><mi><script>1</script>', '<a href="x" <script>', '<noscript><img title="</noscript><img src=x onerror=1>">']) {
      expect(toHtml(html), html).not.toMatch(/onerror=|<script|<style/)
    }
  })
})

describe('content of a page', () => {
  it.each([
    ['a table', '<table tabindex="0"><tbody><tr><td style="text-align:right" colspan="3" data-tooltip="x">1</td></tr></tbody></table>'],
    ['highlighted code', '<pre class="shiki" tabindex="0"><code><span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8">a</span></code></pre>'],
    ['a code group', '<input type="radio" name="g" id="t" checked><label data-title="a" for="t">a</label>'],
    ['details', '<details class="details custom-block" open><summary>x</summary></details>'],
    ['a link', '<a href="/guide/#x" target="_blank" rel="noreferrer" class="header-anchor" aria-label="x">x</a>'],
    ['a diagram', '<svg viewBox="0 0 10 10" role="img" aria-label="x"><defs><marker id="m"/></defs><polyline points="1,2" stroke="var(--a)" marker-end="url(#m)"/></svg>'],
  ])('keeps %s', (_name, html) => {
    expect(toHtml(html)).toBe(html)
  })

  it('replaces $frontmatter in text, as text, and leaves other expressions and code as they are written', () => {
    expect(toHtml('<b>{{ $frontmatter.title }} {{$frontmatter.order}}</b>{{ $frontmatter.none }}{{ $frontmatter.constructor }}'))
      .toBe('<b>&#x3C;b>下单&#x3C;/b> 3</b>')
    const others = '{{ 1 + 1 }} <code>{{ $frontmatter.title }}</code>'
    expect(toHtml(others)).toBe(others)
  })

  it('numbers ids that occur again', () => {
    expect(toHtml('<b id="a"></b><b id="a-2"></b><b id="a"></b><b id="a"></b>'))
      .toBe('<b id="a"></b><b id="a-2"></b><b id="a-3"></b><b id="a-4"></b>')
  })

  it('gives images the address of their file, and none if the page may not show it', () => {
    const html = '<img src="./a.png" alt="x"><img src="data:image/png;base64,AA"><img src="https://example.com/a.png">'
    expect(toHtml(html)).toBe(html.replace('./a.png', '/assets/./a.png'))
    expect(toStaticHtml('<img src="../a.png" alt="x">', { frontmatter, addressOf: () => undefined }).join('')).toBe('<img alt="x">')
  })

  it('returns examples between the pieces, and cannot be led to see one in an attribute', () => {
    const tag = '<x-example index="0"></x-example>'
    expect(toStaticHtml(`<p>a</p>${tag}<p>b</p>`, { frontmatter, addressOf: () => '' })).toEqual(['<p>a</p>', 0, '<p>b</p>'])
    expect(toStaticHtml(`<b title='${tag}'>&lt;x-example index="0"&gt;</b>`, { frontmatter, addressOf: () => '' })).toHaveLength(1)
  })
})
