import { expect, it } from 'vitest'
import { moduleName, pageModule } from '../../build/page-modules.ts'

const data = { title: '`</script>`', description: '', frontmatter: {}, headers: [], relativePath: 'a/b.md', filePath: 'a/b.md' }
const kit = `data:text/javascript,${encodeURIComponent('export const createPage = body => ({ body })')}`
const menu = 'data:text/javascript,globalThis.menuOfTest = true'

const load = (code: string) => import(`data:text/javascript,${encodeURIComponent(code)}`)

it('gives a page its data and its component, after its menu was added', async () => {
  const { default: page, __pageData } = await load(pageModule(data, { kit, menu }))
  expect(__pageData).toEqual(data)
  expect(page).toEqual({ body: undefined })
  expect(globalThis).toHaveProperty('menuOfTest', true)
})

it('gives a page of the server its body', async () => {
  const { default: page } = await load(pageModule(data, { kit, menu: undefined }, JSON.stringify(['</script>`${'])))
  expect(page).toEqual({ body: ['</script>`${'] })
})

it('names modules as VitePress looks for them', () => {
  expect(moduleName('openapi/v3/支付/{id}.md')).toBe('openapi_v3_支付__id_.md')
})
