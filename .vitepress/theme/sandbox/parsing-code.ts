import type { Notification } from '@wxpay-live/sandbox'

/** Generates code for an example that verifies and decrypts the notification. */
export function parsingCode({ headers, body }: Pick<Notification, 'headers' | 'body'>): string {
  const lines = Object.entries(headers).map(([name, value]) => `  ${literal(name)}: ${literal(value)},`)
  return [
    'const headers = {',
    ...lines,
    '}',
    '// 收到的原文：解析后再序列化，验签就不通过',
    `const body = ${literal(body)}`,
    '',
    'const event = await wxpay.webhook.parse({ headers, body })',
    'console.log(event.event_type, event.resource)',
    '',
  ].join('\n')
}

/** Quotes text with single quotes, because JSON bodies are full of double quotes. */
const literal = (text: string) =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll('\'', '\\\'')}'`
