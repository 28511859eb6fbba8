import type { Operation } from '../model/index.ts'
import type { Language } from './language.ts'
import { Code } from './literal.ts'
import { toJson, toMessage } from './request-message.ts'
import type { Sealing } from './sensitive.ts'
import type { Upload } from './upload.ts'

const authorization = 'WECHATPAY2-SHA256-RSA2048 '
  + 'mchid="…",nonce_str="…",signature="…",timestamp="…",serial_no="…"'

/** Placeholders for values that need a key. */
const sealing: Sealing = { encrypt: text => new Code(`{{encrypt('${text}')}}`), serial: new Code('…') }

/** The request as an HTTP message, with placeholders for values that need a key. */
export const http: Language = {
  id: 'http',
  label: 'HTTP',
  grammar: 'http',
  tabs: operation => [{ label: 'HTTP', code: render(operation) }],
}

function render(operation: Operation): string {
  const { origin, target, headers, body, upload } = toMessage(operation, sealing)
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
    toJson(meta, 0),
    '--boundary',
    `Content-Disposition: form-data; name="${part}"; filename="${file}"`, '',
    `< ./${file}`,
    '--boundary--',
  ]
}
