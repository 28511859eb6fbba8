import type { Reason } from '../replies/error-codes.ts'

/** Something that goes otherwise than usual. */
export interface Scenario {
  name: string
  /** A few words for a menu, in Chinese. */
  title: string
  /** The refusal that every request gets. */
  refusal?: Reason
  /** Delay of the response in milliseconds. */
  delay?: number
  /** Whether the connection is cut instead of a response. */
  cut?: true
  /** How responses and notifications are signed, if not as usual. */
  signature?: Signature
  /** What happens to a notification on its way. */
  notifications?: 'twice' | 'late' | 'swapped' | 'lost'
}

/**
 * `probe` is WeChat Pay's test whether the merchant verifies; `rotated` uses the next certificate; `public-key` is a
 * merchant without a certificate; `either` takes the certificate or the public key by chance.
 */
type Signature = 'wrong' | 'probe' | 'unknown-serial' | 'rotated' | 'public-key' | 'either'

const errors: [code: string, title: string, message: string][] = [
  ['SIGN_ERROR', '签名错误', '签名错误，请检查签名参数和方法是否都符合签名算法要求'],
  ['PARAM_ERROR', '参数错误', '参数错误，请根据错误提示正确传入参数'],
  ['INVALID_REQUEST', '请求不符合业务规则', 'HTTP 请求不符合微信支付 APIv3 接口规则'],
  ['MCH_NOT_EXISTS', '商户号不存在', '商户号不存在，请确认传入的商户号是否正确'],
  ['INVALID_TRANSACTIONID', '微信支付订单号无效', '微信支付订单号非法，请确认订单号是否正确'],
  ['APPID_MCHID_NOT_MATCH', 'appid 与商户号不匹配', 'appid和mch_id不匹配，请确认两者的绑定关系'],
  ['OPENID_MISMATCH', 'openid 与 appid 不匹配', 'openid和appid不匹配，请确认openid是在该appid下取得的'],
  ['NO_AUTH', '没有权限', '商户无权限，请确认已开通此产品'],
  ['NOAUTH', '没有权限（合单）', '商户无权限，请确认已开通此产品'],
  ['REQUEST_BLOCKED', '请求被拦截', '请求被拦截，请确认商户号的权限'],
  ['NOT_ENOUGH', '余额不足', '余额不足，请充值后再试'],
  ['USER_ERROR', '收款用户状态异常', '当前用户状态异常，请引导用户核对账户'],
  ['NOTENOUGH', '余额不足（合单）', '余额不足，请充值后再试'],
  ['ACCOUNTERROR', '账号异常（合单）', '用户账号异常'],
  ['ACCOUNT_ERROR', '账号异常', '用户账号异常'],
  ['ACCOUNT_NOT_VERIFIED', '结算银行卡没有验证', '二级商户的结算银行卡没有通过打款验证'],
  ['CONTRACT_NOT_CONFIRMED', '没有开通预约提现', '没有开通预约提现，或已关闭'],
  ['CONTRACT_NOT_EXIST', '签约协议不存在', '签约协议不存在，请检查传入的签约协议是否正确'],
  ['USER_ACCOUNT_ABNORMAL', '用户账户异常', '用户账户异常或已注销，退款失败'],
  ['RULE_LIMIT', '业务规则限制', '因业务规则限制请求频率，请查看接口返回的详细信息'],
  ['RULELIMIT', '业务规则限制（合单）', '业务规则不允许，请查看接口返回的详细信息'],
  ['TRADE_ERROR', '交易错误', '因业务原因交易失败，请查看接口返回的详细信息'],
  ['OUT_TRADE_NO_USED', '商户订单号重复', '商户订单号重复，请核实是否重复提交'],
  ['ORDER_CLOSED', '订单已关闭', '订单已关闭，请重新下单'],
  ['ORDER_NOT_EXIST', '订单不存在', '订单不存在，请检查订单号'],
  ['ORDERNOTEXIST', '订单不存在（合单）', '订单不存在，请检查订单号'],
  ['USER_PAYING', '用户支付中', '用户支付中，请稍后查询订单'],
  ['APPLYMENT_NOTEXIST', '申请单不存在', '申请单不存在，请检查申请单号'],
  ['APPLYMENT_NOT_EXIST', '申请单不存在', '申请单不存在，请检查申请单号'],
  ['PROCESSING', '申请单处理中', '申请单正在处理，请先查询它的状态'],
  ['RESOURCE_NOT_EXISTS', '资源不存在', '请求的资源不存在'],
  ['FREQUENCY_LIMITED', '频率超限', '频率超限，请降低请求的频率'],
  ['FREQUENCY_LIMIT', '频率超限', '频率超限，请降低请求的频率'],
  ['FREQENCY_LIMIT', '频率超限', '频率超限，请降低请求的频率'],
  ['FREQUENCY_LIMIT_EXCEED', '频率超限', '频率超限，请降低请求的频率'],
  ['RATE_LIMITED', '请求频率受限', '请求频率受限，请降低调用频率'],
  ['RATELIMIT_EXCEEDED', '调用过于频繁', '接口调用频率过快，请降低调用频率'],
  ['BANKERROR', '银行系统异常（合单）', '银行系统异常，请用相同参数重新调用'],
  ['BANK_ERROR', '银行系统异常', '银行系统异常，请用相同参数重新调用'],
  ['BIZ_ERR_NEED_RETRY', '系统异常，要重试', '系统异常，请用相同参数重新调用'],
  ['SYSTEMERROR', '系统错误（合单）', '系统异常，请用相同参数重新调用'],
  ['SYSTEM_ERROR', '系统错误', '系统异常，请用相同参数重新调用'],
]

/** The scenarios of every operation: the documented errors, and failures of the connection. */
export const commonScenarios: readonly Scenario[] = [
  ...errors.map(([name, title, message]): Scenario => ({ name, title, refusal: [name, message] })),
  { name: 'SLOW', title: '应答迟到 5 秒', delay: 5_000 },
  { name: 'CUT', title: '连接中断', cut: true },
  { name: 'WRONG_SIGNATURE', title: '应答和通知的签名错误', signature: 'wrong' },
  { name: 'SIGNATURE_PROBE', title: '签名探测（WECHATPAY/SIGNTEST/）', signature: 'probe' },
  { name: 'UNKNOWN_SERIAL', title: '未知的平台证书序列号', signature: 'unknown-serial' },
  { name: 'ROTATION', title: '平台证书更换', signature: 'rotated' },
  { name: 'PUBLIC_KEY_ONLY', title: '只有微信支付公钥，没有平台证书', signature: 'public-key' },
  { name: 'PUBLIC_KEY_TRANSITION', title: '平台证书切换成微信支付公钥的过渡期', signature: 'either' },
  { name: 'NOTIFY_TWICE', title: '通知重复', notifications: 'twice' },
  { name: 'NOTIFY_LATE', title: '通知迟到 1 分钟', notifications: 'late' },
  { name: 'NOTIFY_OUT_OF_ORDER', title: '通知乱序', notifications: 'swapped' },
  { name: 'NOTIFY_LOST', title: '通知丢失', notifications: 'lost' },
]

/** The request header that names a scenario for that request alone. */
export const scenarioHeader = 'Sandbox-Scenario'
