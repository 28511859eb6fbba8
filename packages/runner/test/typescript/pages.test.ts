import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compilePage, snippets } from '@wxpay-live/compiler'
import { expect, it } from 'vitest'
import { toJavaScript } from '../../src/typescript/to-javascript.ts'

const docs = fileURLToPath(new URL('../../../../docs/', import.meta.url))

const tabs = globSync('**/*.md', { cwd: docs }).flatMap(page =>
  compilePage(readFileSync(docs + page, 'utf8'), page).operations.flatMap(compiled =>
    snippets(compiled).find(({ id }) => id === 'typescript')!.tabs.map(tab => ({ page, ...tab }))))

it('has nothing to change in the tabs of the pages, so that the site runs them without it', () => {
  expect(tabs.length).toBeGreaterThan(600)
  const changed = tabs.filter(({ code }) => {
    const javascript = toJavaScript(code)
    return javascript.code !== code || javascript.imports.length > 0
  })
  expect(changed.map(({ page, label }) => `docs/${page} ${label}`)).toEqual([])
})

it('names asynchronous and synchronous tabs by what they call', () => {
  const misnamed = tabs.filter(({ label, code }) => /^异步.+式$/.test(label) !== /Async\(/.test(code)
    || /^同步.+式$/.test(label) === /Async\(/.test(code))
  expect(misnamed.map(({ page, label }) => `docs/${page} ${label}`)).toEqual([])
})
