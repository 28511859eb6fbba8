import { expect, it } from 'vitest'
import { clientModule, moduleName, serverModule, shortHash } from '../../build/page-modules.ts'

const data = { title: '`</script>`', description: '', frontmatter: {}, headers: [], relativePath: 'a/b.md', filePath: 'a/b.md' }
const kit = `data:text/javascript,${encodeURIComponent('export const createPage = body => ({ body })')}`
const menu = 'data:text/javascript,globalThis.menuOfTest = true'

const load = (code: string) => import(`data:text/javascript,${encodeURIComponent(code)}`)

it('gives a page its data and its component, after its menu was added', async () => {
  const { default: page, __pageData } = await load(clientModule(data, { kit, menu }))
  expect(__pageData).toEqual(data)
  expect(page).toEqual({ body: undefined })
  expect(globalThis).toHaveProperty('menuOfTest', true)
})

it('reads the body of a page on the server only', () => {
  const imports = { kit: './kit.js', menu: undefined }
  expect(serverModule(data, imports, '/cache/pages/a/b.md.json')).toContain('readFileSync("/cache/pages/a/b.md.json"')
  expect(clientModule(data, imports)).not.toContain('readFileSync')
})

it('names modules as VitePress looks for them', () => {
  expect(moduleName('openapi/v3/支付/{id}.md')).toBe('openapi_v3_支付__id_.md')
})

it('gives each code another name', () => {
  expect(shortHash('a')).toMatch(/^[\w-]{8}$/)
  expect(shortHash('a')).not.toBe(shortHash('b'))
})
