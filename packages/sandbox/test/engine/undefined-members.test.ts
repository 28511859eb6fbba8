import type { Catalog } from '@wxpay-live/compiler/model'
import published from '@wxpay-live/openapi/catalog.json' with { type: 'json' }
import { beforeEach, describe, expect, test } from 'vitest'
import { createSandbox } from '../../src/index.ts'
import { field, json, operation } from '../support/catalog.ts'
import { identity, now } from '../support/identity.ts'
import { signed } from '../support/request.ts'

const catalog = published as unknown as Catalog
const { fetch, exchange, control } = createSandbox({ catalog, identity, now, strict: false })
beforeEach(() => control.reset())

const message = '请求中含有未在API文档中定义的参数'

async function refusalOf(...request: Parameters<typeof signed>) {
  const response = await fetch(signed(...request))
  return { status: response.status, ...await response.json() }
}

const order = {
  appid: 'wxd678efh567hg6787', mchid: identity.mchid, description: '商品', out_trade_no: 'ORDER_A1',
  notify_url: 'https://shop.example/notify', amount: { total: 1 },
}
const refund = { out_trade_no: 'ORDER_A1', out_refund_no: 'R1', amount: { refund: 1, total: 1, currency: 'CNY' } }
const query = '/v3/pay/transactions/out-trade-no/ORDER_A1?mchid=1900000109'

/** Reports of SDKs and programs that the real API refused, with the locations that it named or their like. */
const reports: [source: string, Parameters<typeof signed>, locations: string[]][] = [
  ['dounine/wechat-pay-rust-sdk#14', ['POST', '/v3/refund/domestic/refunds', { ...refund, mchid: '1900000109', appid: 'wx1' }],
    ['/body/mchid', '/body/appid']],
  ['wechatpay-php#64', ['GET', `${query}&sub_mch_id=1900000119`], ['/query/sub_mch_id']],
  ['yansongda/pay#717', ['GET', `${query}&spbill_create_ip=203.0.113.1`], ['/query/spbill_create_ip']],
  ['yansongda/pay#857', ['POST', '/v3/pay/partner/transactions/jsapi', {
    sp_appid: 'wx1', sp_mchid: identity.mchid, sub_mchid: '1900000119', description: '商品', out_trade_no: 'ORDER_A1',
    notify_url: 'https://shop.example/notify', amount: { total: 1 }, payer: { openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' },
  }], ['/body/payer/openid']],
  ['a trade_type, which Javen205/IJPay 2.8.3 stopped to send', ['POST', '/v3/pay/transactions/app', { ...order, trade_type: 'APP' }],
    ['/body/trade_type']],
  ['a sub_mchid in a transfer, which only a direct merchant makes', ['POST', '/v3/fund-app/mch-transfer/transfer-bills', {
    appid: 'wx1', out_bill_no: 'T1', transfer_scene_id: '1000', openid: 'o1', transfer_amount: 100, transfer_remark: '备注',
    transfer_scene_report_infos: [{ info_type: '活动名称', info_content: '新人', info_id: 1 }], sub_mchid: '1900000119',
  }], ['/body/transfer_scene_report_infos/0/info_id', '/body/sub_mchid']],
  ['a path variable repeated in the body', ['POST', '/v3/pay/transactions/out-trade-no/ORDER_A1/close', {
    mchid: identity.mchid, out_trade_no: 'ORDER_A1',
  }], ['/body/out_trade_no']],
]

test.each(reports)('names every undefined member and parameter: %s', async (_, request, value) => {
  expect(await refusalOf(...request)).toEqual({
    status: 400, code: 'PARAM_ERROR', message, detail: { location: null, value },
  })
})

test('suggests the nearest name of the table for a misspelt member', async () => {
  const { detail } = await refusalOf('POST', '/v3/pay/transactions/native', {
    ...order, amount: { total: 1, curency: 'CNY' }, atach: 'a', nothing_like_it: 1,
  })
  expect(detail).toEqual({
    location: null,
    value: ['/body/amount/curency', '/body/atach', '/body/nothing_like_it'],
    suggestions: { '/body/amount/curency': 'currency', '/body/atach': 'attach' },
  })
})

test('names no more than a thousand, however many there are', async () => {
  const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`k${index}`, 1]))
  const { detail } = await refusalOf('POST', '/v3/pay/transactions/native', { ...order, ...many })
  expect(detail.value).toHaveLength(1_000)
})

test('names a wrong or missing value of a known field first, as in Javen205/IJPay#79', async () => {
  const { detail } = await refusalOf('POST', '/v3/pay/transactions/out-trade-no/ORDER_A1/close', { mch_id: identity.mchid })
  expect(detail).toMatchObject({ field: '/mchid', issue: '此字段为必填项' })
})

test.each([
  ['algorithm_type, which wechatpay-java sends for its automatic certificates', ['GET', '/v3/certificates?algorithm_type=RSA']],
  ['an undefined member that is null, as serializers write missing ones', ['POST', '/v3/pay/transactions/native', { ...order, scene: null }]],
] as [string, Parameters<typeof signed>][])('accepts %s', async (_, request) => {
  expect((await fetch(signed(...request))).status).toBe(200)
})

describe('if the facts are in doubt', () => {
  test('accepts, and reports, a member that one source has, anywhere in a list', async () => {
    const goods = { merchant_goods_id: 'g', unit_price: 1, refund_amount: 1, refund_quantity: 1, sub_mchid: '1900000119' }
    const request = { ...refund, amount: { ...refund.amount, refund_fee: 1 }, goods_detail: [goods] }
    const { response, doubtful } = await exchange(signed('POST', '/v3/refund/domestic/refunds', request))
    expect(response.status).toBe(200)
    expect(doubtful).toEqual(['/body/amount/refund_fee', '/body/goods_detail/0/sub_mchid'])
  })

  test('accepts anything if no independent source describes the operation', async () => {
    const { response, doubtful } = await exchange(signed('POST', '/v3/payscore/smartretail-orders/1/cancel?x=1', {
      appid: 'wx1', service_id: '500001', reason: '取消', other: { deep: [1] },
    }))
    expect(response.status).toBe(200)
    expect(doubtful).toEqual(['/query/x', '/body/other'])
  })

  test('still names the other members', async () => {
    const { detail } = await refusalOf('POST', '/v3/refund/domestic/refunds', { ...refund, amount: { ...refund.amount, refund_fee: 1, fee: 1 } })
    expect(detail.value).toEqual(['/body/amount/fee'])
  })
})

test('accepts the members of an object without rows, and the members of every form', async () => {
  const forms = json(
    field('free?', 'object', { children: [] }),
    field('form?', 'object', { alt: 1, children: [field('a?')] }), field('form?', 'object', { alt: 2, children: [field('b?')] }),
  )
  const own = createSandbox({ catalog: { operations: [operation('POST', '/v3/forms', { json: forms }, [field('id')])] }, identity, now })
  const send = (body: unknown) => own.fetch(signed('POST', '/v3/forms', body))
  expect((await send({ free: { any: 1 }, form: { a: '1', b: '2' } })).status).toBe(200)
  expect((await (await send({ form: { c: 1 } })).json()).detail.value).toEqual(['/body/form/c'])
})
