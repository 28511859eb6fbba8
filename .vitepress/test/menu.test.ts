import type { Operation } from '@wxpay-live/compiler/model'
import { describe, expect, it } from 'vitest'
import { menus, topMenu } from '../menu.ts'

const pages = [
  { page: 'index', frontmatter: { title: '首页' } },
  { page: 'guide/index', frontmatter: { title: '从这里开始', order: 1 } },
  { page: 'guide/signing', frontmatter: { title: '签名', order: 2 } },
  { page: 'openapi/v3/pay/native', frontmatter: { title: 'Native下单', product: '基础支付', order: 2 } },
  { page: 'openapi/v3/pay/jsapi', frontmatter: { title: 'JSAPI下单', product: '基础支付', order: 1 } },
  { page: 'openapi/v3/refunds', frontmatter: { title: '申请退款', product: '退款', order: 'first' } },
]

const operation = (page: string, anchor: string, title: string): Operation => ({
  page, anchor, title, method: 'GET', path: '/v3/x', response: [], references: [],
  request: { path: [], query: [], headers: [] },
  example: { path: {} },
})

describe('menus', () => {
  it('has one for each product and one for the guide, in the order of the front matter; the home page is in none', () => {
    const texts = Object.values(menus(pages, [])).flatMap(menu => Array.isArray(menu) ? menu : menu.items)
      .map(({ text, items }) => [text, items?.map(({ text, link }) => `${text} ${link}`)])
    expect(Object.fromEntries(texts)).toEqual({
      指南: ['从这里开始 /guide/', '签名 /guide/signing'],
      基础支付: ['JSAPI下单 /openapi/v3/pay/jsapi', 'Native下单 /openapi/v3/pay/native'],
      退款: ['申请退款 /openapi/v3/refunds'],
    })
  })

  it('takes a page without a title by its location', () => {
    const untitled = { page: 'openapi/v3/x', frontmatter: { title: null, product: '甲' } }
    const [menu] = Object.values(menus([untitled], []))
    expect(menu).toEqual([{ text: '甲', items: [{ text: 'openapi/v3/x', link: '/openapi/v3/x' }] }])
  })

  it('has an entry for each operation of a page', () => {
    const page = 'openapi/v3/x'
    const both = [operation(page, 'post', '创建'), operation(page, 'get', '查询')]
    const [menu] = Object.values(menus([{ page, frontmatter: { title: '创建', product: '甲' } }], both))
    expect(menu).toEqual([{
      text: '甲',
      items: [{ text: '创建', link: '/openapi/v3/x' }, { text: '查询', link: '/openapi/v3/x#get' }],
    }])
  })
})

describe('topMenu', () => {
  it('leads to the first page of each product, and to the guide', () => {
    const [products, guide] = topMenu(menus(pages, []))
    expect(products).toMatchObject({
      items: expect.arrayContaining([
        { text: '基础支付', link: '/openapi/v3/pay/jsapi' },
        { text: '退款', link: '/openapi/v3/refunds' },
      ]),
    })
    expect(guide).toMatchObject({ text: '指南', link: '/guide/' })
  })
})
