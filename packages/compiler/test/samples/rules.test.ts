import { describe, expect, test } from 'vitest'
import { sampleByName } from '../../src/samples/rules.ts'

describe('a text', () => {
  test.each([
    ['openid', /^[\w-]{28}$/],
    ['sub_openid', /^[\w-]{28}$/],
    ['appid', /^wx[0-9a-f]{16}$|^wx\w{16}$/],
    ['mchid', /^\d{10}$/],
    ['sp_mchid', /^\d{10}$/],
    ['transaction_id', /^4200\d{24}$/],
    ['refund_id', /^5\d{28}$/],
    ['out_trade_no', /^[\w-]{6,32}$/],
    ['out_refund_no', /^[\w-]{1,64}$/],
    ['prepay_id', /^wx[0-9a-f]{34}$/],
    ['code_url', /^weixin:\/\/wxpay\/bizpayurl\?pr=\w+$/],
    ['serial_no', /^[0-9A-F]{40}$/],
    ['Accept-Encoding', /^gzip$/],
    ['Wechatpay-Serial', /^PUB_KEY_ID_\d{28}$/],
    ['hash_value', /^[0-9a-f]{40}$/],
    ['sha256', /^[0-9a-f]{64}$/],
    ['nonce', /^\w{12}$/],
    ['Wechatpay-Nonce', /^\w{32}$/],
    ['Wechatpay-Timestamp', /^\d{10}$/],
    ['create_time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/],
    ['time_expire', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/],
    ['bill_date', /^\d{4}-\d\d-\d\d$/],
    ['start_time_remark', /^备注$/],
    ['notify_url', /^https:\/\/www\.example\.com\/[^?]+$/],
    ['payer_client_ip', /^203\.0\.113\.\d+$/],
    ['currency', /^CNY$/],
    ['phone', /^1\d{10}$/],
    ['payAuthNo', /^\d+$/],
    ['bank_card_tail', /^\d{4}$/],
    ['account_type', /^BASIC$/],
    ['solution', /^核对/],
    ['next', /^\?offset=20&limit=20$/],
    ['self', /^\?offset=0&limit=20$/],
    ['user_received_account', /^支付用户零钱$/],
    ['doc_period_end', /^\d{4}-\d\d-\d\d$/],
    ['media_list', /^[\w-]{60}$/],
  ])('has the format of %s', (name, form) => {
    expect(sampleByName(name, 'string')).toMatch(form)
  })
})

describe('a number', () => {
  test.each([
    ['total_amount', 100],
    ['total_count', 1],
    ['offset', 0],
    ['limit', 20],
    ['discount_percent', 10],
    ['exit_timestamp', 1773279900],
    ['anything', 1],
  ])('suits its name: %s = %d', (name, value) => {
    expect(sampleByName(name, 'integer')).toBe(value)
  })
})

test('has defaults for unknown names and booleans', () => {
  expect(sampleByName('anything', 'string')).toBe('示例')
  expect(sampleByName('profit_sharing', 'boolean')).toBe(true)
})

test('expires in the future', () => {
  expect(String(sampleByName('time_expire', 'string')) > new Date().toISOString()).toBe(true)
})
