import { lookUp } from '../mistake.ts'

const explanations = {
  'last-newline-missing': '待签名串末尾少了换行符：四行每一行都以 \\n 结尾，包括最后一行。',
  'newline-too-many': '待签名串末尾多了换行符：四行各以一个 \\n 结尾，之后再没有字符。',
  'crlf': '待签名串用了 \\r\\n 换行：请用 \\n（0x0A）。',
  'newline-written-out': '待签名串里的换行写成了反斜杠加 n 两个字符：须为真正的换行符（0x0A）。',
  'wrong-order': '待签名串的次序不对：须依次为 appid、时间戳、随机串、package（App 为 prepay_id）；支付分和领券的参数按名称的字典序。',
  'timestamp-in-milliseconds': '时间戳用了毫秒：单位为秒，10 位数字，签名与参数用同一个值。',
  'timestamp-taken-twice': '签名的时间戳与参数中的差了几秒：只取一次时间，两处用同一个值。',
  'prepay-id-prefix-missing': 'package 少了 prepay_id=：JSAPI 和小程序的 package 与待签名串第四行都须为 prepay_id= 加预支付会话标识。',
  'prepay-id-prefix-present': '多了 prepay_id=：App 的 prepayId 与待签名串第四行只要预支付会话标识本身，packageValue 固定为 Sign=WXPay；JSAPI 只写一次。',
  'other-appid': '签名或调起支付的 appid 不是下单的那个：下单、签名、调起三处须为同一个 appid。',
  'timestamp-not-a-string': 'timeStamp 是数字：须为字符串，否则 iOS 上调不起支付。',
  'package-renamed': '参数里没有 package，写成了 packageValue：那是 App SDK 的名称，JSAPI 和小程序须为 package。',
  'app-names-in-jsapi': '用了 App 的参数名（timestamp、noncestr、sign）：JSAPI 和小程序须为 timeStamp、nonceStr、package、signType、paySign，大小写一致。',
  'sign-type': '签名类型与实际的签名不同：APIv3 的 signType 须为 RSA；支付分的 sign_type 须为 HMAC-SHA256，支付分和领券的签名也用它。',
  'apiv2-signature': '用 APIv2 密钥做了 MD5 或 HMAC-SHA256：APIv3 下的单，paySign 须用商户私钥做 SHA256withRSA，再做 Base64。',
  'prepay-id-expired': 'prepay_id 签名时已过期：它有效 2 小时，过期后用原单号重新下单取新的。',
  'apiv3-key-used': '用 APIv3 密钥做了 HMAC-SHA256：支付分调起和领券用 APIv2 密钥。',
  'key-left-out': '待签名串末尾少了 &key=APIv2密钥：它既在串里，也是 HMAC 的密钥。',
  'url-re-encoded': '签名的参数值做了 URL 编码：签名用原值，拼到 query 里时再编码。',
  'package-url-encoded': 'package 做了 URL 编码：wx.requestMerchantTransfer 的 package 用接口返回的 package_info 原值。',
  'package-not-url-encoded': 'package 没有做 URL 编码：放在 query 里的 package 须先做 encodeURIComponent，否则 +、/、= 会变。',
  'coupon-numbers': '待签名串里券的成员没有带从 0 开始的序号：须写成 stock_id0、out_request_no0、stock_id1……send_coupon_merchant 没有序号。',
  'coupon-member-unsigned': '券的成员给了却没有签：create_coupon_merchant、coupon_code、customize_send_time 交给插件的都要带上序号一起签。',
  'coupon-fragment-missing': '领券的地址末尾少了 #wechat_pay&wechat_redirect：少了它领券页报 268435461。',
  'plate-invalid': '车牌或颜色不对：plate_number 只有省份与号牌，不含空格与点；plate_color 须为 BLUE、GREEN、YELLOW、BLACK、WHITE、LIMEGREEN 之一。',
  'business-type': 'businessType 不对：apply_permissions_token 用 wxpayScoreEnable 打开，wxpayScoreUse 是确认订单页的。',
  'other-message': '签的内容与给手机的参数不同，已知的错误都不能解释：appid、时间戳、随机串、package 在签名与参数里须逐字相同，随机串只生成一次；支付分和领券请再核对 APIv2 密钥。',
}

/** A mistake in parameters for a phone or in their signature, besides those in who signed and how it is written. */
export type PhoneMistakeName = keyof typeof explanations

/** Returns a mistake with its explanation. */
export const phoneMistake = lookUp(explanations)
