import type { Operation } from '../model/index.ts'
import type { Language } from './language.ts'
import type { Upload } from './options.ts'
import { toMessage } from './request-message.ts'

const authorization = 'WECHATPAY2-SHA256-RSA2048 '
  + 'mchid="…",nonce_str="…",signature="…",timestamp="…",serial_no="…"'

/** The request as HTTP; what depends on the merchant's key is left open. */
export const http: Language = {
  id: 'http',
  label: 'HTTP',
  grammar: 'http',
  tabs: operation => [{ label: 'HTTP', code: render(operation) }],
}

function render(operation: Operation): string {
  const { origin, target, headers, body, upload } = toMessage(operation)
  return [
    `${operation.method} ${target} HTTP/1.1`,
    `Host: ${new URL(origin).host}`,
    `Authorization: ${authorization}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined ? [] : ['', body]),
    ...(upload ? partsOf(upload) : []),
  ].join('\n')
}

function partsOf({ part, file, meta }: Upload): string[] {
  return [
    'Content-Type: multipart/form-data; boundary=boundary', '',
    '--boundary',
    'Content-Disposition: form-data; name="meta"',
    'Content-Type: application/json', '',
    JSON.stringify(meta),
    '--boundary',
    `Content-Disposition: form-data; name="${part}"; filename="${file}"`, '',
    `< ./${file}`,
    '--boundary--',
  ]
}
