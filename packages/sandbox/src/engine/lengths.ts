/** Maximum bytes by field name, for names that mean the same in every operation. From the official field tables. */
const maximums = new Map(Object.entries({
  appid: 32,
  sp_appid: 32,
  sub_appid: 32,
  combine_appid: 32,
  mchid: 32,
  sub_mchid: 32,
  sp_mchid: 32,
  combine_mchid: 32,
  openid: 128,
  sp_openid: 128,
  sub_openid: 128,
  service_id: 32,
  out_trade_no: 32,
  combine_out_trade_no: 32,
  transaction_id: 32,
  out_bill_no: 32,
  out_refund_no: 64,
  out_return_no: 64,
  out_order_no: 64,
  complaint_id: 64,
  business_code: 124,
  payer_client_ip: 45,
  notify_url: 256,
}))

/** Minimum bytes, likewise. */
const minimums = new Map(Object.entries({ out_trade_no: 6, combine_out_trade_no: 6 }))

/** Returns the `issue` with the length of a text, in WeChat Pay's words; `undefined` if it is valid or the name has no limit. */
export function lengthIssue(name: string, text: string): string | undefined {
  const min = minimums.get(name) ?? 0
  const max = maximums.get(name) ?? Infinity
  // A UTF-16 code unit takes one to three bytes.
  if (text.length >= min && text.length * 3 <= max) return undefined
  const bytes = new TextEncoder().encode(text).length
  if (bytes < min) return `字符串规则校验失败，字节数 ${bytes}，小于最小值 ${min}`
  return bytes > max ? `字符串规则校验失败，字节数 ${bytes}，大于最大值 ${max}` : undefined
}
