import { expect, it } from 'vitest'
import { createPageMenus } from '../../navigation/page-menus.ts'

const menu = (text: string) => [{ text, items: [{ text: '</script>', link: `/${text}` }] }]
const pay = menu('pay')
const refund = menu('refund')
const { numberOf, code } = createPageMenus({
  '/openapi/v3/pay': pay, '/openapi/v3/pay/refund.md': refund, '/openapi/v3/refund': refund, '/guide': menu('guide'),
})

it('gives a page the menu with the most specific path', () => {
  expect(numberOf('openapi/v3/pay/jsapi.md')).toBe(0)
  expect(numberOf('openapi/v3/pay/refund.md')).toBe(1)
  expect(numberOf('openapi/v3/refund/query.md')).toBe(1)
  expect(numberOf('guide/index.md')).toBe(2)
  expect(numberOf('index.md')).toBeUndefined()
})

it('adds a menu with all its paths', () => {
  expect(code(1, './kit.js')).toContain('import { addMenu } from "./kit.js"')
  expect(code(1, './kit.js')).toContain('addMenu(["/openapi/v3/pay/refund.md","/openapi/v3/refund"], ')
})
