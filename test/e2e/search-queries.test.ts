import { existsSync, globSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readSynonyms } from '../../.vitepress/search/query.ts'
import { createSearch, type Result } from '../../.vitepress/search/search.ts'
import { builtPages, dist } from './support/built-pages.ts'

const synonyms = readSynonyms(readFileSync('.vitepress/search/synonyms.txt', 'utf8'))

function openSearch() {
  const sizes: number[] = []
  const find = createSearch(async (file) => {
    const content = readFileSync(`${dist}/assets/search/${file}`, 'utf8')
    sizes.push(gzipSync(content).length)
    return content
  }, synonyms)
  const downloaded = () => sizes.splice(0).reduce((sum, size) => sum + size, 0)
  return { find, downloaded }
}

const { find } = openSearch()

/** What a result is: method and path, the event, or the page with the heading. */
const nameOf = ({ section: { page, anchor, method, path } }: Result) => path ? `${method} ${path}` : `${page}#${anchor}`

/** The first result among our own pages: drafts beside them may have titles that fit better. */
const firstOf = async (query: string) => {
  const first = (await find(query)).find(({ section }) => existsSync(`docs/${section.page}.md`))
  return first && { is: nameOf(first), row: first.row?.name }
}

const jsapi = 'POST /v3/pay/transactions/jsapi'
const paid = '通知 TRANSACTION.SUCCESS'

/** The name of every product, with the page of its overview; drafts give theirs the names of paths. */
const products = globSync('product/*.md', { cwd: 'docs' }).map((file): [product: string, page: string] => {
  const page = file.replace('.md', '')
  const [, product = ''] = /<title>(.*?)概览 \| /.exec(readFileSync(`${dist}/${page}.html`, 'utf8')) ?? []
  return [product, page]
})

describe('the first result', () => {
  it.each([
    ['小程序下单', jsapi],
    ['统一下单', jsapi],
    ['扫码支付', 'POST /v3/pay/transactions/native'],
    ['付款码', 'POST /v3/pay/transactions/codepay'],
    ['关闭订单', 'POST /v3/pay/transactions/out-trade-no/{out_trade_no}/close'],
    ['申请退款', 'POST /v3/refund/domestic/refunds'],
    ['查询退款', 'GET /v3/refund/domestic/refunds/{out_refund_no}'],
    ['支付回调', paid],
    ['支付通知', paid],
    ['支付 通知', paid],
    ['退款回调', '通知 REFUND.SUCCESS'],
    ['企业付款', 'product/transfer#'],
    ['签名错误', 'clinic#'],
    ['验签失败', 'guide/questions#verify'],
    ['提现', 'product/fund#'],
    ['红包', 'product/transfer#'],
    ['智慧零售', 'product/smartretail#'],
    ['transaction.success', paid],
    ['/v3/pay/transactions/jsapi', jsapi],
    ['https://api.mch.weixin.qq.com/v3/pay/transactions/jsapi', jsapi],
    ['/v3/payscore/smartretail-orders/1234323JKHDFE1243252/cancel', 'POST /v3/payscore/smartretail-orders/{out_order_no}/cancel'],
  ])('of %s is what it names', async (query, expected) => {
    expect(await firstOf(query)).toMatchObject({ is: expected })
  })

  it.each([
    ['out_trade_no', jsapi, 'out_trade_no'],
    ['outTradeNo', jsapi, 'out_trade_no'],
    ['OutTradeNo', jsapi, 'out_trade_no'],
    ['out trade no', jsapi, 'out_trade_no'],
    ['out_trede_no', jsapi, 'out_trade_no'],
    ['回调地址', jsapi, 'notify_url'],
    ['notify_ulr', jsapi, 'notify_url'],
    ['time_expire', jsapi, 'time_expire'],
    ['SIGN_ERROR', 'guide/errors#common', 'SIGN_ERROR'],
    ['FREQUENCY_LIMITED', 'guide/errors#common', 'FREQUENCY_LIMITED'],
  ])('of %s is the page of its first use, with the row', async (query, is, row) => {
    expect(await firstOf(query)).toEqual({ is, row })
  })

  it.each([
    ['安装', /^guide\/(?:first-order|client)#/, /npm/],
    ['Java', /^guide\/sdk-java/, /java/i],
    ['openapi', /^guide\/data#/, /openapi/],
    ['paySign', /^invoke\//, /paySign/],
    ['NOTENOUGH', /^(?:POST|guide)/, /NOT_?ENOUGH/],
    ['招商银行', /^guide\/bank-type#/, /招商银行/],
    ['CMB_CREDIT', /^guide\/bank-type#/, /CMB_CREDIT/],
    ['海淀区', /^guide\/area-code#/, /海淀区/],
    ['ciphertext', /通知|guide/, /ciphertext/],
  ])('of %s has it in a row', async (query, is, text) => {
    const [first] = await find(query)
    expect(first && nameOf(first)).toMatch(is)
    expect(first?.row ? `${first.row.name} ${first.row.text}` : first?.summary).toMatch(text)
  })

  it.each(products)('of the product %s is its overview', async (product, page) => {
    expect(await firstOf(product)).toMatchObject({ is: `${page}#` })
  })

  it('is found by any of the words', async () => {
    expect(await firstOf('怎样 申请退款 xyzzy')).toMatchObject({ is: 'POST /v3/refund/domestic/refunds' })
    expect(await find('xyzzyxyzzy')).toEqual([])
  })
})

describe('a row of a result', () => {
  it('leads to an element of its page', async () => {
    for (const query of ['out_trade_no', 'SIGN_ERROR', '招商银行', 'npm install', '回调地址', 'PARAM_ERROR', '验签']) {
      for (const { section, row } of await find(query)) {
        const anchor = row?.anchor || section.anchor
        if (!anchor) continue
        const html = readFileSync(`${dist}/${section.page}.html`, 'utf8')
        expect(html, `${query}: ${section.page}#${anchor}`).toContain(` id="${anchor}"`)
      }
    }
  })
})

describe('downloads', () => {
  it('are at most 30 KB for each query after the first', async () => {
    const { find, downloaded } = openSearch()
    await find('智慧零售')
    expect(downloaded()).toBeLessThanOrEqual((builtPages.length > 1000 ? 80 : 25) * 1024)
    for (const query of ['小程序下单', '支付回调', '退款通知', 'out_trede_no', '商户订单号查询', 'transaction', '用户确认授权后转账']) {
      await find(query)
      expect(downloaded(), query).toBeLessThanOrEqual(30 * 1024)
    }
  })
})
