import { Refusal } from '../replies/refusal.ts'
import type { Incoming } from './call.ts'

// Unlike `Request.text()`, this keeps a byte order mark: the signature covers it.
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * Reads a request and its body.
 *
 * @throws Refusal 400 `PARAM_ERROR` if the body breaks off, or is malformed multipart
 */
export async function read(request: Request): Promise<Incoming> {
  const type = request.headers.get('Content-Type') ?? ''
  const bytes = await request.arrayBuffer().catch(() => {
    throw bodyRefusal('请求体未能完整读取')
  })
  const incoming = {
    method: request.method,
    url: request.url,
    authorization: request.headers.get('Authorization'),
    serial: request.headers.get('Wechatpay-Serial'),
    headers: request.headers,
    body: utf8.decode(bytes),
  }
  if (!/^multipart\/form-data\b/i.test(type)) return incoming
  // Loaded when needed: most programs upload nothing.
  const { readMultipart } = await import('../values/multipart.ts')
  const parts = readMultipart(new Uint8Array(bytes), type)
  if (!parts) throw bodyRefusal('不是合法的 multipart/form-data，请检查 Content-Type 中的 boundary 与请求体')
  const { meta, file, isUnnamed } = parts
  const doubtful = isUnnamed && ['/header/Content-Type without a boundary']
  const upload = { whole: incoming.body, ...file && { file } }
  return { ...incoming, body: meta, upload, ...doubtful && { doubtful } }
}

const bodyRefusal = (issue: string) => new Refusal(400, {
  code: 'PARAM_ERROR', message: issue, detail: { field: '', value: null, issue, location: 'body' },
})
