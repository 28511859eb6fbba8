/** The `Authorization` header of APIv3, taken apart. */
export interface Authorization {
  /** Such as `WECHATPAY2-SHA256-RSA2048`. */
  scheme: string
  /** Names and values in the order of the header; empty where the header holds none that can be read. */
  parameters: { name: string, value: string }[]
}

/**
 * Splits `scheme name="value",…`; it never throws, as the header may be one the reader has spoilt.
 * @see https://pay.weixin.qq.com/doc/v3/merchant/4012365342
 */
export function splitAuthorization(header: string): Authorization {
  const [scheme = ''] = header.trim().split(/\s/, 1)
  const parameters = [...header.matchAll(/([a-z_]+)="([^"]*)"/gi)].map(([, name = '', value = '']) => ({ name, value }))
  return { scheme, parameters }
}

/** A timestamp in seconds as local time; empty where it is none. */
export function localTime(seconds: string, timeZone?: string): string {
  if (!/^\d{1,12}$/.test(seconds)) return ''
  return new Date(Number(seconds) * 1000).toLocaleString('zh-CN', { hour12: false, timeZone, timeZoneName: 'short' })
}
