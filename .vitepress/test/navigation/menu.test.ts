import type { Operation } from '@wxpay-live/compiler/model'
import { describe, expect, it } from 'vitest'
import { menus, topMenu } from '../../navigation/menu.ts'

const pages = [
  { page: 'index', frontmatter: { title: '首页' } },
  { page: 'guide/index', frontmatter: { title: '从这里开始', order: 1 } },
  { page: 'guide/signing', frontmatter: { title: '签名', order: 2 } },
  { page: 'openapi/v3/pay/native', frontmatter: { title: 'Native下单', product: '基础支付', order: 2 } },
  { page: 'openapi/v3/pay/jsapi', frontmatter: { title: 'JSAPI下单', product: '基础支付', order: 1 } },
  { page: 'openapi/v3/refunds', frontmatter: { title: '申请退款', product: '退款', order: 'first' } },
]
const notification = { page: 'webhook/v3/REFUND.SUCCESS', frontmatter: { title: '退款成功', product: '退款' } }

const operation = (page: string, anchor: string, title: string): Operation => ({
  page, anchor, title, method: 'GET', path: '/v3/x', response: [], references: [],
  request: { path: [], query: [], headers: [] },
  example: { path: {} },
})

describe('menus', () => {
  it('shows HTML in a title as text', () => {
    const [menu] = Object.values(menus([{ page: 'a/b', frontmatter: { title: '<img src=x onerror=1>' } }], []))
    expect(menu).toEqual([{ text: '其他', items: [{ text: '<img src=x onerror=1>', link: '/a/b' }] }])
  })

  it('builds one per product and one for the guide, sorted by the front matter, without the home page', () => {
    const texts = Object.values(menus(pages, [])).flatMap(menu => Array.isArray(menu) ? menu : menu.items)
      .map(({ text, items }) => [text, items?.map(({ text, link }) => `${text} ${link}`)])
    expect(Object.fromEntries(texts)).toEqual({
      指南: ['从这里开始 /guide/', '签名 /guide/signing'],
      基础支付: ['JSAPI下单 /openapi/v3/pay/jsapi', 'Native下单 /openapi/v3/pay/native'],
      退款: ['申请退款 /openapi/v3/refunds'],
    })
  })

  it('lists the overview first, and notifications in a separate group', () => {
    const shop = { product: '甲' }
    const [menu] = Object.values(menus([
      { page: 'openapi/v3/x', frontmatter: { ...shop, title: '创建', order: 1 } },
      { page: 'product/x', frontmatter: { ...shop, title: '概览', order: 0 } },
      { page: 'webhook/v3/X.DONE', frontmatter: { ...shop, title: '完成(X.DONE)通知' } },
    ], []))
    expect(menu).toEqual([
      { text: '甲', items: [{ text: '概览', link: '/product/x' }, { text: '创建', link: '/openapi/v3/x' }] },
      { text: '通知', items: [{ text: '完成', link: '/webhook/v3/X.DONE' }] },
    ])
  })

  it('uses the path of a page without a title', () => {
    const untitled = { page: 'openapi/v3/x', frontmatter: { title: null, product: '甲' } }
    const [menu] = Object.values(menus([untitled], []))
    expect(menu).toEqual([{ text: '甲', items: [{ text: 'openapi/v3/x', link: '/openapi/v3/x' }] }])
  })

  it('adds an entry for each operation of a page', () => {
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
  it('sorts products by the order of their overviews', () => {
    const names = ['refund', 'media', 'payment']
    const overviews = names.map((name, index) => (
      { page: `product/${name}`, frontmatter: { title: name, product: name, order: [-2, -1, -3][index] } }
    ))
    const [products] = topMenu(menus(overviews, []), overviews)
    expect(products).toMatchObject({ items: [{ text: 'payment' }, { text: 'refund' }, { text: 'media' }] })
  })

  it('lists the first 24 products, since every page has this menu, and leads to the others', () => {
    const overviews = Array.from({ length: 100 }, (_, order) => (
      { page: `product/${order}`, frontmatter: { title: `${order}`, product: `${order}`, order } }
    ))
    const [products] = topMenu(menus(overviews, []), overviews)
    const items = products && 'items' in products ? products.items : []
    expect(items).toHaveLength(25)
    expect(items.at(23)).toMatchObject({ text: '23', link: '/product/23' })
    expect(items.at(-1)).toEqual({ text: '全部产品', link: '/' })
  })

  it('links to the first page of each product and to the guide', () => {
    const [products, guide] = topMenu(menus([...pages, notification], []), pages)
    expect(products).toMatchObject({
      items: [
        { text: '退款', link: '/openapi/v3/refunds' },
        { text: '基础支付', link: '/openapi/v3/pay/jsapi' },
      ],
    })
    expect(guide).toMatchObject({ text: '指南', link: '/guide/' })
  })

  it('ends with the pages beside the folders, without the home page', () => {
    const clinic = { page: 'clinic', frontmatter: { title: '<验签>', order: 2 } }
    const playground = { page: 'playground', frontmatter: { order: 1 } }
    expect(topMenu({}, [...pages, clinic, playground]).slice(2)).toEqual([
      { text: 'playground', link: '/playground' }, { text: '<验签>', link: '/clinic' },
    ])
  })
})
