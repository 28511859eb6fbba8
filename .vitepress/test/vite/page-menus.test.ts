import { expect, it } from 'vitest'
import { pageMenus } from '../../vite/page-menus.ts'

const menu = (text: string) => [{ text, items: [{ text: '</script>', link: `/${text}` }] }]
const pay = menu('pay')
const refund = menu('refund')
const { moduleOf, plugin } = pageMenus({
  '/openapi/v3/pay': pay, '/openapi/v3/pay/refund.md': refund, '/openapi/v3/refund': refund, '/guide': menu('guide'),
})

it('gives a page the module of the menu with the most specific path', () => {
  expect(moduleOf('openapi/v3/pay/jsapi.md')).toBe('virtual:menu/0')
  expect(moduleOf('openapi/v3/pay/refund.md')).toBe('virtual:menu/1')
  expect(moduleOf('openapi/v3/refund/query.md')).toBe('virtual:menu/1')
  expect(moduleOf('guide/index.md')).toBe('virtual:menu/2')
  expect(moduleOf('index.md')).toBeUndefined()
})

it('provides each menu with all its paths', () => {
  const { load } = plugin as { load: (id: string) => string | undefined }
  expect(load('\0virtual:menu/1')).toContain('addMenu(["/openapi/v3/pay/refund.md","/openapi/v3/refund"], ')
  expect(load('other')).toBeUndefined()
})
