import type { JsonValue } from '../model/index.ts'

/** A snake_case name that matches the pattern gets the value as its sample. */
type Rule<T> = [pattern: RegExp, value: T]

/** The first match wins, so descriptions come before the things they describe, and special names before endings. */
const strings: Rule<string>[] = [
  [/(remarks?|memo|comment|tips|note)$/, '备注'],
  [/reason$/, '用户申请'],
  [/solution$/, '核对结算银行账户后换单号重新提现'],
  [/address_(detail|complements)$/, '科苑路 15 号'],
  [/(_msg|message|details|content)$/, '已受理，一个工作日内处理'],
  [/process_info$/, '处理中，请稍后查询'],
  [/text$/, '查看订单'],
  [/(description|introduction|desc|explanation|summary|detail|wording|perception|^body)$/, '微风便利店-早餐'],
  [/(title|subject)$/, '早餐优惠'],
  [/label$/, '活跃用户'],
  [/industry(_list)?$/, '餐饮'],
  [/relation$/, '代理商'],

  [/appid$/, 'wxd678efh567hg6787'],
  [/unionid$/, 'oh394jx3mVwQn7TzKp5sRdLbYcAe'],
  [/openid$/, 'oHk3f5Xq7LmZ_92TnRcVbAeWdY0s'],
  [/^sub_mch_?id$/, '1900000110'],
  [/(recv|received)_account$/, '支付用户零钱'],
  [/display_account$/, '张三'],
  [/(mch_?id|merchant_id|mchid_list|merchant|account)$/, '1900000109'],
  [/transaction_id$/, '4200002604202603120000000001'],
  [/refund_id$/, '50302906482026031200000000001'],
  [/^prepay_id$/, 'wx12094500112233a1b2c3d4e5f6a7b80000'],
  [/^order_id$/, '15646546545165651651'],
  [/^service_id$/, '500001'],
  [/^out_refund_no$/, 'R20260312094500000001-1'],
  [/^out_order_no$/, 'S20260312094500000001'],
  [/^out_.*(no|id|code)$|trade_no$/, '20260312094500000001'],

  [/^accept_encoding$/, 'gzip'],
  [/^wechatpay_serial$/, 'PUB_KEY_ID_0119000001092026010100000001'],
  [/serial(_no)?$/, '5157F09EFDC096DE15EBE81A47057A7232F1B8E1'],
  [/sha256$/, 'b75bc2d3b5ec3a1c33b7c3b5a1e4f6d0d2c1a8f7e6b5a4938271605f4e3d2c1b'],
  [/^hash_type$/, 'SHA1'],
  [/^tartype$/, 'GZIP'],
  [/(hash_value|hash|digest|sha1)$/, '79bb0f45fc4c42234a918000b2668d689e2bde04'],
  [/^wechatpay_nonce$/, 'EpX8gXxOmVVXvmqQs1qXPtrVzS7mFz2K'],
  [/nonce(_str)?$/, '5K8264ILTKCH'],
  [/^algorithm$/, 'AEAD_AES_256_GCM'],
  [/^(original_type|associated_data)$/, 'transaction'],
  [/^resource_type$/, 'encrypt-resource'],
  [/(ciphertext|signature|base64|cert)$/, 'd2VjaGF0IHBheSBzYW5kYm94IHNhbXBsZSB2YWx1ZQ=='],
  [/request_id$/, '0842B5A6C10610A8021885F3A55820F35A2838'],

  [/^code_url$/, 'weixin://wxpay/bizpayurl?pr=p4lpSuKzz'],
  [/^download_url$/, 'https://api.mch.weixin.qq.com/v3/billdownload/file?token=d2VjaGF0cGF5'],
  [/(notify|callback)_url$/, 'https://www.example.com/wechatpay/notify'],
  [/(image|img|logo|pic|picture|pics|photo|cover|background|avatar)_?(url|list|url_list)?$/,
    'https://www.example.com/wechatpay/image.png'],
  [/(url|link|website|domains|agreement)$/, 'https://www.example.com/wechatpay'],
  [/domain$/, 'www.example.com'],
  [/(copy|copy_back|letter|video|commitment|authorisation|additions|qualifications|images|media_list)$/,
    'H1ihR9JUtVj-J7CJqBUY5ZOrG_Je75H-rKhTG7FUmg9sxNTbRN54dFiUHnhg'],
  [/^base_uri$/, 'https://api.mch.weixin.qq.com/'],
  [/path$/, 'pages/index/index'],
  [/^next$/, '?offset=20&limit=20'],
  [/^(prev|self)$/, '?offset=0&limit=20'],

  [/timestamp$/, '1773279900'],
  // The sandbox refuses an order that has expired.
  [/^time_expire$/, '2036-03-12T10:15:00+08:00'],
  [/deadline$/, '2026-03-31 23:59:59'],
  [/period_begin$/, '2020-06-06'],
  [/period_end$/, '2036-06-06'],
  [/(time|expire|_at|begin)$|^time_/, '2026-03-12T09:45:00+08:00'],
  [/(date|_dt)$/, '2026-03-12'],
  [/(currency|fee_type)$/, 'CNY'],
  [/rate$/, '0.6'],
  [/_count$/, '12'],
  [/(^|_)ip$/, '203.0.113.25'],
  [/(phone|mobile|tel|phone_number)$/, '13800138000'],
  [/email$/, 'user@example.com'],
  [/plate_number$/, '粤B888888'],
  [/(id_card_number|id_number|cert_no|id_no)$/, '11010119900307123X'],
  [/(account_number|bank_account|card_no|account_no|bank_card)$/, '6222020000001234567'],
  [/card_tail$/, '0301'],
  [/(bank_name|account_bank|bank_alias)$/, '招商银行'],
  [/^bank_alias_code$/, '1000009561'],
  [/^bank_branch_name$/, '浙江网商银行股份有限公司'],
  [/^bank_branch_id$/, '323331000001'],
  [/^bin$/, '621485'],
  [/bank_type$/, 'CMB_DEBIT'],
  [/(goods|product|item)_name$/, '全麦面包 400 克'],
  [/(company|merchant|brand|store|shop|branch|mch)_?(short)?name$|_store$/, '微风便利店'],
  [/^(operator|operate_user)$/, '商家'],
  [/(user|real|person|contact|owner)_?name$|(person|payee|reviewer|drawer)$/, '张三'],
  [/^province_name$/, '广东省'],
  [/^city_name$/, '深圳市'],
  [/(^|_)name$/, '微风便利店早餐'],
  [/longitude$/, '113.934528'],
  [/latitude$/, '22.540503'],
  [/country$/, '中国'],
  [/province$/, '广东省'],
  [/city$/, '深圳市'],
  [/district$/, '南山区'],
  [/(address|location|addr|street)$/, '深圳市南山区科苑路 15 号'],
  [/(area|city|province|address|region)_code$/, '440305'],

  [/attach$/, 'store=0001'],
  [/goods_tags?$/, 'BREAKFAST'],
  [/trade_type$/, 'JSAPI'],
  [/^account_type$/, 'BASIC'],
  [/^trade_scene$/, 'PARKING'],
  [/^trade_scenario$/, 'RECOMMERCE'],
  [/^limit_pay$/, 'no_credit'],
  [/^device_info$/, '0101-01'],
  [/^(fund_)?source$/, 'REFUND_SOURCE_UNSETTLED_FUNDS'],
  [/^scope$/, 'GLOBAL'],
  [/^type$/, 'NORMAL'],
  [/businesstype$/, 'wxpayScoreUse'],
  [/^data$|items$/, 'MILK-250'],
  [/^field$|^reject_param$/, 'id_card_copy'],
  [/(state|status|result)$/, 'SUCCESS'],
  [/color$/, 'Color010'],
  [/filename$/, 'image.png'],
  [/(token|ticket|package|package_info|_data|_tag|ext_info)$/, 'd2VjaGF0cGF5'],
  [/(id|no|code|number|nos|ids|codes|key)$/, '20260312094500000001'],
]

/** Amounts are in 分 (0.01 CNY). */
const numbers: Rule<number>[] = [
  [/^province_code$/, 20],
  [/^city_code$/, 755],
  [/^account_bank_code$/, 1001],
  [/(timestamp|time)$/, 1773279900],
  [/longitude$/, 113.934528],
  [/latitude$/, 22.540503],
  [/(percent|percent_off|rate|ratio)$/, 10],
  [/(count|num|quantity|number|times|length|days|day|hours|index|seq|level|version)$/, 1],
  [/^offset$/, 0],
  [/(limit|page_size)$/, 20],
  [/(id|code|no)$/, 1234567890],
  [/(amount|total|price|fee|refund|balance|contribute|minimum|threshold|pay|value|amt)/, 100],
]

/** A plausible value for a field name; deterministic. */
export function sampleByName(name: string, type: string): JsonValue {
  const snake = name.replace(/([a-z])([A-Z])/g, '$1_$2').replaceAll('-', '_').toLowerCase()
  if (type === 'boolean') return true
  if (type === 'integer' || type === 'number') return find(numbers, snake) ?? 1
  return find(strings, snake) ?? '示例'
}

function find<T>(rules: Rule<T>[], name: string): T | undefined {
  return rules.find(([pattern]) => pattern.test(name))?.[1]
}
