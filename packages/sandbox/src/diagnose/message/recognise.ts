import { brief, lengthOf, type Recognised } from '../recognised.ts'
import type { PastedMessage } from './pasted-message.ts'

/** Says what a pasted text tells of a response or notification. */
export function recogniseMessage(
  { headers, body, isParsed, resource, received }: PastedMessage,
): Recognised[] {
  const { 'wechatpay-serial': serial, 'wechatpay-timestamp': timestamp, 'wechatpay-signature': signature } = headers
  const found: [label: string, value: string | undefined][] = [
    ['应答或通知', signature === undefined ? undefined : ''],
    ['Wechatpay-Serial', serial && brief(serial)],
    ['Wechatpay-Timestamp', timestamp && brief(timestamp)],
    ['包体', body === undefined ? undefined : `${lengthOf(body)}${isParsed ? '，解析过的' : ''}`],
    ['单独的 resource', resource && `ciphertext ${lengthOf(resource.ciphertext)}`],
    ['收到的时刻', received && new Date(received.seconds * 1000).toISOString()],
  ]
  return found.flatMap(([label, value]) => value === undefined ? [] : [{ label, value }])
}
