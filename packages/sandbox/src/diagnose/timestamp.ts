import { type MessageMistake, type Mistake, stringToSign } from './mistake.ts'
import { thousandths } from './thousandths.ts'

/** Stands apart from the other mistakes in the string to sign, because every request is checked for it. */
export const timestampInMilliseconds: MessageMistake = {
  name: 'timestamp-in-milliseconds',
  explain: '签名用了毫秒时间戳：签名与 Authorization 中的 timestamp 须相同，单位为秒。',
  messages: ({ timestamp, ...parts }) => timestamp.length > 10
    ? [stringToSign({ ...parts, timestamp: timestamp.slice(0, 10) })]
    : thousandths.map(digits => stringToSign({ ...parts, timestamp: timestamp + digits })),
}

/** Returns the mistake of a timestamp that is too precise; `undefined` for any other. */
export function inMilliseconds(timestamp: string): Mistake | undefined {
  const { name, explain } = timestampInMilliseconds
  return /^\d{13,}$/.test(timestamp) ? { name, explain } : undefined
}
