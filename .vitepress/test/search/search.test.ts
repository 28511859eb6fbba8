import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { buildIndex, type PageSection } from '../../search/build-index.ts'
import { readSynonyms } from '../../search/query.ts'
import { createSearch } from '../../search/search.ts'

const names = ['trade', 'order', 'user', 'store', 'goods', 'bank', 'bill', 'coupon', 'stock', 'card', 'fund', 'batch']
const things = ['商户', '订单', '用户', '门店', '商品', '银行', '账单', '优惠', '批次', '卡券', '资金', '转账']

/** An operation of 25 fields; no two pages have all names in common. */
function operation(page: number): PageSection {
  const word = (list: string[], step: number) => list[(page * 7 + step) % list.length]!
  const rows = Array.from({ length: 25 }, (_, row) => ({
    anchor: '',
    name: `${word(names, row)}_${word(names, row * 5)}_${(page * 3 + row) % 90}`,
    text: `${word(things, row * 3)}的${word(things, row)}，第 ${page % 40} 种`,
    ...(row < 12 && { isMain: true as const }),
  }))
  const path = `/v3/${word(names, 1)}/${word(names, page >> 3)}-${page}/{id}`
  const titles = [word(things, 2), `${word(things, 3)}${word(things, page >> 4)}查询`]
  return { page: `openapi${path}`, anchor: '', titles, method: 'GET', path, rows }
}

function openSearch(sections: PageSection[], synonyms = '') {
  const files = buildIndex(sections)
  let bytes = 0
  const find = createSearch(async (file) => {
    const content = files.get(file)
    if (content === undefined) throw new Error(`${file} does not exist`)
    bytes += gzipSync(content).length
    return content
  }, readSynonyms(synonyms))
  const downloaded = async (query: string) => {
    bytes = 0
    await find(query)
    return bytes
  }
  return { find, downloaded }
}

type NamedText = [name: string, text: string]

const section = (page: string, title: string, ...rows: NamedText[]): PageSection => ({
  page, anchor: '', titles: ['支付', title], method: 'POST', path: `/v3/${page}`,
  rows: rows.map(([name, text]) => ({ anchor: `request.${name}`, name, text, isMain: true })),
})

const pages = [
  section('jsapi', 'JSAPI下单', ['out_trade_no', '商户订单号'], ['notify_url', '接收通知的地址']),
  section('close', '关单', ['out_trade_no', '商户订单号'], ['mchid', '商户号']),
  section('refund', '申请退款', ['out_refund_no', '商户退款单号'], ['notify_url', '接收退款通知的地址']),
]
const { find } = openSearch(pages, '# 说法\n小程序下单：JSAPI下单\n撤单：关单，取消订单\n')
const found = async (query: string) =>
  (await find(query)).map(({ section, row }) => [section.page, row?.name])

describe('search', () => {
  it('finds a name in every spelling, its first use first, with the row', async () => {
    for (const query of ['out_trade_no', 'outTradeNo', 'OUT-TRADE-NO', 'OutTradeNo']) {
      expect(await found(query), query).toEqual([['jsapi', 'out_trade_no'], ['close', 'out_trade_no']])
    }
  })

  it('takes neighbouring words for one name', async () => {
    expect((await found('out trade no'))[0]).toEqual(['jsapi', 'out_trade_no'])
  })

  it('completes names and finds their parts', async () => {
    expect(await found('out_tra')).toEqual([['jsapi', 'out_trade_no'], ['close', 'out_trade_no']])
    expect(await found('refund_no')).toEqual([['refund', 'out_refund_no']])
  })

  it('corrects one wrong, missing or added letter, and exchanged ones of long names', async () => {
    for (const query of ['out_trede_no', 'out_trad_no', 'out_traade_no', 'out_tarde_no']) {
      expect(await found(query), query).toEqual([['jsapi', 'out_trade_no'], ['close', 'out_trade_no']])
    }
    expect(await found('xyzzy')).toEqual([])
  })

  it('finds what any word finds, the most first', async () => {
    expect(await found('退款 notify_url')).toEqual([['refund', 'notify_url'], ['jsapi', 'notify_url']])
  })

  it('finds what a synonym means, first', async () => {
    expect((await found('小程序下单'))[0]).toEqual(['jsapi', undefined])
    expect((await found('怎么撤单'))[0]?.[0]).toBe('close')
  })

  it('loads a file again after a failure', async () => {
    const files = buildIndex(pages)
    let isOnline = false
    const find = createSearch(async (file) => {
      if (!isOnline) throw new Error('offline')
      return files.get(file)!
    }, new Map())
    await expect(find('退款')).rejects.toThrow('offline')
    isOnline = true
    expect(await find('退款')).toHaveLength(1)
  })

  it('searches a long table of codes in pieces, and shows its heading once', async () => {
    const rows = Array.from({ length: 500 }, (_, index) => (
      { anchor: 'codes', name: `CODE_${index}X`, text: '地区' }
    ))
    const files = buildIndex([{ page: 'guide/codes', anchor: 'codes', titles: ['代码'], rows }])
    const find = createSearch(async file => files.get(file)!, new Map())
    expect(await find('CODE_321X')).toMatchObject([{ section: { anchor: 'codes' }, row: { name: 'CODE_321X' } }])
    expect(await find('地区')).toHaveLength(1)
    expect([...files].filter(([name]) => name.includes('section'))).toHaveLength(7)
  })
})

describe('downloads', () => {
  it('grow by 10 bytes a page for the first query, and stay below 30 KB for others', async () => {
    const measure = async (count: number) => {
      const { downloaded } = openSearch(Array.from({ length: count }, (_, page) => operation(page)))
      const first = await downloaded('trade_order')
      for (const query of ['订单查询', 'coupon', 'stock_crad_7', '商户的资金，用户']) {
        expect(await downloaded(query), query).toBeLessThan(30 * 1024)
      }
      return first
    }
    const [at50, at100] = [await measure(50), await measure(100)]
    expect((at100 - at50) / 50).toBeLessThan(10)
    // On a straight line 1,120 pages are within 40 KB; the scripts are 13 KB.
    expect(at100 + 1020 * (at100 - at50) / 50).toBeLessThan(40 * 1024)
  })
})
