import type { PastedRequest } from '../paste/pasted-request.ts'
import { brief, lengthOf, type Recognised } from '../recognised.ts'

/** Says what a pasted text tells of a request. */
export function recogniseRequest(
  { form, method, url, authorization, body, isBodyParsed, signed, arrived }: PastedRequest,
): Recognised[] {
  const found: [label: string, value: string | undefined][] = [
    [form ?? '请求', brief([method, url].filter(Boolean).join(' '))],
    ['Authorization', authorization && describe(authorization)],
    ['请求体', body === undefined ? undefined : `${lengthOf(body)}${isBodyParsed ? '，解析过的' : ''}`],
    ['待签名串', signed === undefined ? undefined : lengthOf(signed)],
    ['401 的 sign_information', arrived && `收到的待签名串共 ${arrived.length} 字节`],
  ]
  return found.flatMap(([label, value]) => value === undefined ? [] : [{ label, value }])
}

function describe(header: string): string {
  const names = ['mchid', 'serial_no', 'timestamp']
  const values = names.flatMap((name) => {
    const value = new RegExp(`${name}\\s*=\\s*["']?([^"',]*)`).exec(header)?.[1]
    return value ? [`${name} ${value}`] : []
  })
  return brief(values.join('，') || header)
}
