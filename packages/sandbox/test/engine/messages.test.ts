import type { Catalog } from '@wxpay-live/compiler/model'
import published from '@wxpay-live/openapi/catalog.json' with { type: 'json' }
import { expect, test } from 'vitest'
import { createSandbox } from '../../src/index.ts'
import { identity, now } from '../support/identity.ts'
import { signed } from '../support/request.ts'

const { fetch } = createSandbox({ catalog: published as unknown as Catalog, identity, now })

const order = {
  appid: 'wxd678efh567hg6787', mchid: identity.mchid, description: '商品', out_trade_no: 'ORDER_A1',
  notify_url: 'https://shop.example/notify', amount: { total: 1 }, payer: { openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' },
}
const prepay = (change: object): Parameters<typeof signed> => ['POST', '/v3/pay/transactions/jsapi', { ...order, ...change }]
const transfer = (change: object): Parameters<typeof signed> => ['POST', '/v3/fund-app/mch-transfer/transfer-bills', {
  appid: 'wx1', out_bill_no: 'T1', transfer_scene_id: '1000', openid: 'o1', transfer_amount: 100, transfer_remark: '备注',
  transfer_scene_report_infos: [{ info_type: '活动名称', info_content: '新人' }], ...change,
}]

interface Detail { location: string, value: unknown }
type Log = [source: string, Parameters<typeof signed>, message: string, detail: Detail]

/** Public logs of the real API: the form of the message, with our name of the field, and `detail`. */
const logs: Log[] = [
  ['a native order in a public repository (attach of 203 bytes)', prepay({ attach: 'a'.repeat(203) }),
    '输入源“/body/attach”映射到值字段“商户附加数据”字符串规则校验失败，字节数 203，大于最大值 128', { location: 'body', value: 203 }],
  ['wechatpay-php closing an order', ['POST', `/v3/pay/transactions/out-trade-no/${'A'.repeat(35)}/close`, { mchid: identity.mchid }],
    '输入源“/uri_template/out_trade_no”映射到值字段“商户订单号”字符串规则校验失败，字节数 35，大于最大值 32', { location: 'uri_template', value: 35 }],
  ['wechatpay-java#365', prepay({ appid: undefined }),
    '输入源“/body/appid”映射到字段“公众账号ID”必填性规则校验失败，此字段为必填项', { location: 'body', value: '' }],
  ['wechatpay-axios-plugin#38', prepay({ amount: { total: 0.01 } }),
    '无法将 JSON 输入源“/body/amount/total”映射到目标字段“订单总金额”中，此字段需要一个合法的 64 位有符号整数', { location: 'body', value: 0.01 }],
  ['a payer.openid of type number, in a public repository', prepay({ payer: { openid: 4 } }),
    '无法将 JSON 输入源“/body/payer/openid”映射到目标字段“用户在该公众账号ID下的标识”中，此字段需要一个 string 类型的 Json 值', { location: 'body', value: 4 }],
  ['go-pay/gopay#463', transfer({ transfer_scene_report_infos: { info_type: '1000' } }),
    '无法将 JSON 输入源“/body/transfer_scene_report_infos”映射到多重字段“转账场景的报备信息”中，此字段需要 JSON 数组对象',
    { location: 'body', value: { info_type: '1000' } }],
  ['wechatpay-postman-script#7', prepay({ out_trade_no: '20190522_中文' }),
    '输入源“/body/out_trade_no”映射到值字段“商户订单号”字符串规则校验失败，字符串必须匹配正则表达式“^[0-9A-Za-z_\\-|*]+$”',
    { location: 'body', value: '20190522_中文' }],
  ...['', ' https://shop.example/n', 'https://shop.example/n?order=1', 'https://shop.example/n#a'].map((notify_url): Log => [
    `labring/sealos#2300, notify_url "${notify_url}"`, prepay({ notify_url }),
    '输入源“/body/notify_url”映射到值字段“接收结果通知的地址”字符串规则校验失败，字符串必须匹配正则表达式'
    + '“^https?://([^\\s/?#\\[\\]@]+@)?([^\\s/?#@:]+)(?::\\d{2,5})?([^\\s?#\\[\\]]*)$”',
    { location: 'body', value: notify_url },
  ]),
  ['dromara/payment-spring-boot#66', prepay({ time_expire: '20220421191948' }),
    '输入源“/body/time_expire”映射到值字段“支付截止时间”字符串规则校验失败，字符串必须是符合 RFC3339 日期时间格式',
    { location: 'body', value: '20220421191948' }],
]

test.each(logs)('says it as WeChat Pay does: %s', async (_, request, message, detail) => {
  const response = await fetch(signed(...request))
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ code: 'PARAM_ERROR', message, detail })
})
