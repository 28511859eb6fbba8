import type { JsonValue } from '../model/index.ts'

/** A snake_case name that matches the pattern gets the value as its sample. */
type Rule<T> = [pattern: RegExp, value: T]

/** The first match wins, so descriptions come before the things they describe, and special names before endings. */
const strings: Rule<string>[] = [
  [/(remark|memo|comment|tips|note)$/, '备注'],
  [/reason$/, '用户申请'],
  [/address_(detail|complements)$/, '科苑路 15 号'],
  [/(description|introduction|desc|explanation|summary|detail|wording|perception)$/, '微风便利店-早餐'],
  [/(title|subject)$/, '早餐优惠'],

  [/appid$/, 'wxd678efh567hg6787'],
  [/unionid$/, 'oh394jx3mVwQn7TzKp5sRdLbYcAe'],
  [/openid$/, 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o'],
  [/^sub_mch_?id$/, '1900000118'],
  [/(mch_?id|merchant_id|mchid_list)$/, '1900000109'],
  [/transaction_id$/, '4200002534202506080123456789'],
  [/refund_id$/, '50310605942025060812345678901'],
  [/^prepay_id$/, 'wx08103456112233a1b2c3d4e5f6a7b80000'],
  [/^order_id$/, '15646546545165651651'],
  [/^service_id$/, '500001'],
  [/^out_.*(no|id|code)$/, '1234323JKHDFE1243252'],
  [/trade_no$/, '1217752501202506083233368018'],

  [/^accept_encoding$/, 'gzip'],
  [/^wechatpay_serial$/, 'PUB_KEY_ID_0119000001092026010100000001'],
  [/serial(_no)?$/, '5157F09EFDC096DE15EBE81A47057A7232F1B8E1'],
  [/sha256$/, 'b75bc2d3b5ec3a1c33b7c3b5a1e4f6d0d2c1a8f7e6b5a4938271605f4e3d2c1b'],
  [/^hash_type$/, 'SHA1'],
  [/(hash_value|hash|digest|sha1)$/, '79bb0f45fc4c42234a918000b2668d689e2bde04'],
  [/^wechatpay_nonce$/, 'EpX8gXxOmVVXvmqQs1qXPtrVzS7mFz2K'],
  [/nonce$/, '5K8264ILTKCH'],
  [/(ciphertext|signature|base64|cert)$/, 'd2VjaGF0IHBheSBzYW5kYm94IHNhbXBsZSB2YWx1ZQ=='],
  [/request_id$/, '0842B5A6C10610A8021885F3A55820F35A2838'],

  [/^code_url$/, 'weixin://wxpay/bizpayurl?pr=p4lpSuKzz'],
  [/^download_url$/, 'https://api.mch.weixin.qq.com/v3/billdownload/file?token=d2VjaGF0cGF5'],
  [/(notify|callback)_url$/, 'https://www.example.com/wechatpay/notify'],
  [/(image|img|logo|pic|picture|pics|photo|cover|background|avatar)_?(url|list|url_list)?$/,
    'https://www.example.com/wechatpay/image.png'],
  [/(url|link|website|domains|agreement)$/, 'https://www.example.com/wechatpay'],
  [/^base_uri$/, 'https://api.mch.weixin.qq.com/'],
  [/path$/, 'pages/index/index'],

  [/timestamp$/, '1749350096'],
  // The sandbox refuses an order that has expired.
  [/^time_expire$/, '2035-06-08T10:34:56+08:00'],
  [/(time|expire|_at|begin)$|^time_/, '2025-06-08T10:34:56+08:00'],
  [/(date|_dt)$/, '2025-06-08'],
  [/currency$/, 'CNY'],
  [/(^|_)ip$/, '203.0.113.25'],
  [/(phone|mobile|tel|phone_number)$/, '13800138000'],
  [/email$/, 'user@example.com'],
  [/plate_number$/, '粤B888888'],
  [/(id_card_number|id_number|cert_no|id_no)$/, '11010119900307123X'],
  [/(account_number|bank_account|card_no|account_no|bank_card)$/, '6222020000001234567'],
  [/bank_name$/, '招商银行'],
  [/bank_type$/, 'CMB_DEBIT'],
  [/(goods|product|item)_name$/, '全麦面包 400 克'],
  [/(company|merchant|brand|store|shop|branch|mch)_?(short)?name$/, '微风便利店'],
  [/(user|real|person|contact|owner)_?name$|(person|payee|reviewer|drawer)$/, '张三'],
  [/(^|_)name$/, '微风便利店早餐'],
  [/longitude$/, '113.934528'],
  [/latitude$/, '22.540503'],
  [/province$/, '广东省'],
  [/city$/, '深圳市'],
  [/(address|location|addr|street)$/, '深圳市南山区科苑路 15 号'],
  [/(area|city|province|address|region)_code$/, '440305'],

  [/attach$/, 'store=0001'],
  [/goods_tags?$/, 'BREAKFAST'],
  [/trade_type$/, 'JSAPI'],
  [/(state|status|result)$/, 'SUCCESS'],
  [/color$/, 'Color010'],
  [/filename$/, 'image.png'],
  [/token$/, 'd2VjaGF0cGF5'],
  [/(id|no|code|number|nos|ids|codes|key)$/, '20250608103456000001'],
]

/** Amounts are in 分 (0.01 CNY). */
const numbers: Rule<number>[] = [
  [/(timestamp|time)$/, 1749350096],
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
