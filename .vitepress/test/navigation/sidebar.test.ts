import { describe, expect, it } from 'vitest'
import { productSidebar, type SidebarPage } from '../../navigation/sidebar.ts'

const payscore = 'openapi/v3/payscore/smartretail-orders'

const pages: SidebarPage[] = [
  { page: `${payscore}/{out_order_no}/cancel`, title: '撤销智慧零售订单' },
  { page: payscore, title: '创建智慧零售订单', product: '支付分', order: 1 },
  { page: 'openapi/v3/pay/transactions/jsapi', title: 'JSAPI 下单', product: '基础支付', order: 1 },
  { page: 'openapi/v3/pay/transactions/jsapi-partner', title: '服务商下单', product: '服务商' },
  { page: 'openapi/v3/refund/domestic/refunds', title: '退款', product: '基础支付', order: 3 },
  { page: 'openapi/v3/refund/domestic/refunds/{out_refund_no}', title: '查询退款', product: '基础支付', order: 2 },
]

/** Picks the menu of a page as VitePress does: keys with more segments first, then in the order of the object. */
function menuOf(page: string, of: SidebarPage[] = pages) {
  const sidebar = productSidebar(of)
  const key = Object.keys(sidebar)
    .sort((a, b) => b.split('/').length - a.split('/').length)
    .find(prefix => `/${page}.md`.startsWith(prefix))
  const menu = sidebar[key ?? '']
  const [group] = Array.isArray(menu) ? menu : []
  return [group?.text, ...(group?.items ?? []).map(({ text }) => text)]
}

describe('productSidebar', () => {
  it('gives every page the menu of its product, and no other', () => {
    expect(menuOf('openapi/v3/refund/domestic/refunds')).toEqual(['基础支付', 'JSAPI 下单', '查询退款', '退款'])
    expect(menuOf('openapi/v3/pay/transactions/jsapi')).toEqual(menuOf('openapi/v3/refund/domestic/refunds'))
  })

  it('adds a page without a product to the menu of its nearest neighbour', () => {
    expect(menuOf(`${payscore}/{out_order_no}/cancel`)).toEqual(['支付分', '创建智慧零售订单', '撤销智慧零售订单'])
  })

  it('distinguishes pages if one name is a prefix of another', () => {
    expect(menuOf('openapi/v3/pay/transactions/jsapi-partner')).toEqual(['服务商', '服务商下单'])
  })

  it('distinguishes a page from pages of another product below it', () => {
    const nested = [
      { page: 'openapi/v3/certificates', title: '下载证书', product: '平台证书' },
      { page: 'openapi/v3/certificates/{serial}', title: '查询证书', product: '另一产品' },
    ]
    expect(menuOf('openapi/v3/certificates', nested)).toEqual(['平台证书', '下载证书'])
    expect(menuOf('openapi/v3/certificates/{serial}', nested)).toEqual(['另一产品', '查询证书'])
  })

  it('uses as few keys as possible', () => {
    expect(Object.keys(productSidebar(pages)).toSorted()).toEqual([
      '/openapi/v3/pay/transactions/jsapi',
      '/openapi/v3/pay/transactions/jsapi-partner',
      '/openapi/v3/payscore',
      '/openapi/v3/refund',
    ])
  })

  it('links to pages by path', () => {
    const [cancel] = pages
    expect(productSidebar([cancel!])).toEqual({
      '/openapi': [{
        text: '其他',
        items: [{ text: '撤销智慧零售订单', link: '/openapi/v3/payscore/smartretail-orders/{out_order_no}/cancel' }],
      }],
    })
  })

  it('gives short menus by folder to many pages without a product', () => {
    const folders = ['openapi/v3/pay/a', 'openapi/v3/pay/b', 'openapi/v3/refund', 'webhook/v3']
    const many = folders.flatMap(folder => Array.from({ length: 30 }, (_, index) => (
      { page: `${folder}/${index}`, title: `${folder} ${index}` }
    )))
    expect(menuOf('openapi/v3/pay/b/7', many).slice(0, 2)).toEqual(['pay/b', 'openapi/v3/pay/b 0'])
    expect(menuOf('openapi/v3/refund/7', many)[0]).toBe('refund')
    expect(menuOf('webhook/v3/7', many)[0]).toBe('webhook')
    for (const { page } of many) expect(menuOf(page, many)).toHaveLength(31)
  })

  it('keeps the given sequence of pages without an order', () => {
    const [a, b, c] = ['甲', '乙', '丙'].map(title => ({ page: `openapi/${title}`, title, product: '产品' }))
    expect(menuOf('openapi/甲', [a!, b!, { ...c!, order: 1 }])).toEqual(['产品', '丙', '甲', '乙'])
  })
})
