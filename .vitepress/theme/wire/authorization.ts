/** A parsed `Authorization` header of APIv3. */
export interface Authorization {
  /** For example `WECHATPAY2-SHA256-RSA2048`. */
  scheme: string
  /** In the order of the header; empty if it contains no valid parameters. */
  parameters: { name: string, value: string }[]
}

/**
 * Splits `scheme name="value",…`. It never throws, because readers may break the header on purpose.
 * @see https://pay.weixin.qq.com/doc/v3/merchant/4012365342
 */
export function splitAuthorization(header: string): Authorization {
  const [scheme = ''] = header.trim().split(/\s/, 1)
  const parameters = [...header.matchAll(/([a-z_]+)="([^"]*)"/gi)].map(([, name = '', value = '']) => ({ name, value }))
  return { scheme, parameters }
}

/** Formats a timestamp in seconds as local time; returns an empty string for anything else. */
export function localTime(seconds: string, timeZone?: string): string {
  if (!/^\d{1,12}$/.test(seconds)) return ''
  return new Date(Number(seconds) * 1000).toLocaleString('zh-CN', { hour12: false, timeZone, timeZoneName: 'short' })
}
