import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { expect, it } from 'vitest'
import { buildFolder, writeFiles } from './support/build-folder.ts'

const root = mkdtempSync(join(tmpdir(), 'foreign-'))
const docs = join(root, 'docs')
const traces = join(root, 'traces')
mkdirSync(traces)

/** An expression that leaves a trace where it is evaluated in Node. */
const trace = (name: string) => (
  `''.constructor.constructor('return process')().getBuiltinModule('node:fs').writeFileSync('${traces}/${name}','')`
)
const secret = 'a-secret-outside-the-folder'

/** Pages that try to run code while the site is built. */
const code = {
  'code/attribute.md': `# a\n\n<i :title="${trace('attribute')}">x</i>\n\n<div :title="${trace('block')}">\nx\n</div>\n`,
  'code/directives.md': `# a\n\n<p v-html="${trace('html')}"></p>\n\n<b v-for="i in [${trace('for')}]" v-if="${trace('if')}">x</b>\n`,
  'code/expression.md': `# {{ ${trace('heading')} }}\n\n{{ ${trace('text')} }} \`{{ ${trace('code')} }}\` <b>{{ ${trace('tag')} }}</b>\n`,
  'code/attributes-of-markdown.md': `# a {:title="${trace('heading-attribute')}"}\n\n[a](/ "{{ ${trace('title')} }}"){v-html="${trace('link')}"}\n`,
  'code/script.md': `# a\n\n<script setup>\n${trace('script')}\n</script>\n\n<div>\n<script>\n${trace('nested')}\n</script>\n</div>\n`,
  'code/front-matter.md': `---js\n(${trace('js')}, {})\n---\n# a\n`,
  'code/title.md': `---\ntitle: "{{ ${trace('front-matter').replaceAll('"', '\\"')} }}"\n---\n# {{ $frontmatter.title }}\n`,
  'code/[id].md': '# a\n',
  'code/[id].paths.js': `${trace('paths')}\nexport default { paths: () => [{ params: { id: 'a' } }] }\n`,
  'postcss.config.cjs': `${trace('postcss')}\nmodule.exports = {}\n`,
  '.vitepress/config.js': `${trace('config')}\nexport default {}\n`,
}

/** Pages that try to run code in the reader's browser, or to send him elsewhere. */
const browser = {
  'browser/handlers.md': '# a\n\n<img src="data:x" onerror="x">\n\n<svg onload="x"></svg>\n\n<details ontoggle="x" open>a</details>\n',
  'browser/addresses.md': '# a\n\n<a href="javascript:x">x</a> <form action="javascript:x"><button formaction="javascript:x">x</button></form>\n',
  'browser/frames.md': '# a\n\n<iframe srcdoc="<script>x</script>"></iframe><object data="data:text/html,x"></object><embed src="x">\n',
  'browser/head.md': '---\nhead:\n  - - script\n    - {}\n    - x\n  - - meta\n    - http-equiv: refresh\n      content: 0;url=https://evil.example/\n---\n'
    + '# a\n\n<meta http-equiv="refresh" content="0;url=https://evil.example/"><base href="https://evil.example/">\n',
  'browser/home.md': '---\nlayout: home\nhero:\n  name: "<img src=x onerror=x>"\n  actions:\n    - text: x\n      link: "javascript:x"\nfeatures:\n  - title: "<img src=x onerror=x>"\n---\n',
  'browser/title.md': '---\ntitle: "</title><script>x</script><img src=x onerror=x>"\ndescription: "\\"><script>x</script>"\n---\n# a\n',
}

/** Pages that try to publish what lies outside the folder. */
const outside = {
  'outside/snippet.md': '# a\n\n<<< ../../secret.txt\n\n<<< @/../secret.txt\n\n<<< ../linked.txt\n',
  'outside/include.md': '# a\n\n<!--@include: ../../secret.txt-->\n',
  'outside/image.md': '# a\n\n![x](../../secret.svg) ![y](../linked.txt)\n',
}

/** Pages that mean no harm, each with a text that must be there. */
const harmless: Record<string, [text: string, shown: string]> = {
  'harmless/title.md': ['---\ntitle: "Where </script> goes"\n---\n# x\n\ntext\n', 'Where </script> goes'],
  'harmless/heading.md': ['# How to write `</script>`\n\ntext\n', 'How to write </script>'],
  'harmless/php.md': ['# x\n\n<?php\n\necho 1;\n', '<?php'],
  'harmless/braces.md': ['# x\n\nwrite `{{ x }}` and {{ y }}.\n', 'write {{ x }} and {{ y }}.'],
  'harmless/image.md': ['# x\n\n![a](./a%20b.svg) ![b](missing.png)\n\nbelow\n', 'below'],
  'harmless/snippet.md': ['# x\n\n<<< ./a.txt\n', 'a text inside the folder'],
  'harmless/broken.md': ['# x\n\n<b <i> </p> <Foo v-> <div\n\n| a\n| -\n| <td> | b\n\nlast\n', 'last'],
  'harmless/front-matter.md': ['---\nhead: 5\ntitle: [a]\nlayout: nope\n---\n# the heading\n', 'the heading'],
}

writeFiles(root, { 'secret.txt': secret, 'secret.svg': `<svg xmlns="http://www.w3.org/2000/svg"><text>${secret}</text></svg>` })
writeFiles(docs, {
  'index.md': '# x\n',
  'harmless/a b.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'harmless/a.txt': 'a text inside the folder\n',
  'public/inside.txt': 'x',
  'public/og.png': readFileSync('docs/public/og.png'),
  ...code, ...browser, ...outside,
  ...Object.fromEntries(Object.entries(harmless).map(([file, [text]]) => [file, text])),
})
for (const link of ['linked.md', 'linked.txt', 'public/linked.txt']) symlinkSync(join(root, 'secret.txt'), join(docs, link))
symlinkSync(docs, join(root, 'link'))

const site = buildFolder(join(root, 'link'), { SITE_URL: 'https://docs.example' })
const pages = site.files.filter(file => file.endsWith('.html') && file !== '404.html')
const trees = new Map(pages.map(page => [page, fromHtml(site.read(page))]))

it('builds a site of all pages', () => {
  expect(site.status, site.output).toBe(0)
  const files = [...Object.keys({ ...code, ...browser, ...outside, ...harmless }), 'index.md']
  const expected = files.filter(file => /^(?!.*\[).*\.md$/.test(file)).map(file => file.replace('.md', '.html'))
  expect(pages.sort()).toEqual(expected.sort())
})

it('runs no code of a page while it is built', () => {
  expect(readdirSync(traces)).toEqual([])
})

it('publishes nothing from outside the folder, and what is public inside', () => {
  expect(site.files.filter(file => site.read(file).includes(secret))).toEqual([])
  expect(site.files).toContain('inside.txt')
})

/** Whether an element runs code, or takes the reader elsewhere, by itself. */
function isHarmful({ tagName, properties }: Element): boolean {
  const { src = '', href = '', httpEquiv = '' } = properties
  return [
    ['iframe', 'object', 'embed', 'form', 'base'].includes(tagName),
    tagName === 'script' && !/^(?:\/assets\/|$)/.test(String(src)),
    String(httpEquiv).includes('refresh'),
    /^\s*(?:javascript|vbscript|data):/i.test(String(href)),
    Object.keys(properties).some(name => /^(?:on[A-Z]|srcDoc$|formAction$|action$)/.test(name)),
  ].includes(true)
}

it('has no element or attribute that runs code or leads elsewhere by itself', () => {
  for (const [page, tree] of trees) {
    const harmful: Element[] = []
    visit(tree, 'element', (element) => { if (isHarmful(element)) harmful.push(element) })
    expect(harmful, page).toEqual([])
  }
})

it('has the same scripts in every page', () => {
  const scripts = (page: string) => {
    const texts: string[] = []
    visit(trees.get(page)!, { tagName: 'script' }, node => void texts.push(toString(node)))
    return texts
  }
  const expected = scripts('index.html')
  expect(expected.length).toBeGreaterThan(0)
  for (const page of pages) expect(scripts(page), page).toEqual(expected)
})

it.each(Object.entries(harmless).map(([file, [, shown]]) => [file, shown]))('shows what %s says', (file, shown) => {
  expect(toString(trees.get(file.replace('.md', '.html'))!)).toContain(shown)
})

it('names the address of the site, if it is known, in every page and in the sitemap', () => {
  const names = (page: string, tag: string) => site.read(page).includes(tag)
  for (const page of pages) {
    const address = `https://docs.example/${page.replace(/(^|\/)index\.html$/, '$1').split('/').map(encodeURIComponent).join('/')}`
    expect(names(page, `<link rel="canonical" href="${address}">`), page).toBe(true)
    expect(names(page, `<meta property="og:url" content="${address}">`), page).toBe(true)
    expect(names(page, '<meta property="og:image" content="https://docs.example/og.png">'), page).toBe(true)
  }
  const listed = Array.from(site.read('sitemap.xml').matchAll(/<loc>([^<]*)<\/loc>/g), ([, address]) => address)
  expect(listed).toHaveLength(pages.length)
  expect(listed).toEqual(expect.arrayContaining(['https://docs.example/', 'https://docs.example/harmless/title.html']))
})

it('has the picture for previews in the size that its tags name', () => {
  const file = site.files.includes('og.png') && readFileSync('docs/public/og.png')
  // Width and height follow the name of the first chunk: https://www.w3.org/TR/png-3/#11IHDR
  expect(file && [file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([1200, 630])
})

it('shows an image of the folder', () => {
  const [, image = ''] = /<img src="\/([^"]+)" alt="a"/.exec(site.read('harmless/image.html')) ?? []
  expect(image).toMatch(/^assets\/.*\.svg$/)
  expect(existsSync(join(docs, 'harmless/a b.svg')) && site.read(image)).toContain('<svg')
})
