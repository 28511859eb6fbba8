import { Refusal } from '../replies/refusal.ts'
import type { Incoming, Upload } from './call.ts'

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
  return { ...incoming, ...await readMultipart(bytes, type, incoming.body) }
}

/** Reads the file and the `meta` part; the signature covers only `meta`. */
async function readMultipart(
  bytes: ArrayBuffer, type: string, whole: string,
): Promise<{ body: string, upload: Upload }> {
  const form = await new Response(bytes, { headers: { 'Content-Type': type } }).formData().catch(() => {
    throw bodyRefusal('不是合法的 multipart/form-data，请检查 Content-Type 中的 boundary 与请求体')
  })
  const meta = form.get('meta')
  const body = typeof meta === 'string' ? meta : await meta?.text() ?? ''
  for (const [part, file] of form) {
    if (part === 'meta' || typeof file === 'string') continue
    const content = new Uint8Array(await file.arrayBuffer())
    return { body, upload: { whole, file: { part, type: file.type, bytes: content } } }
  }
  return { body, upload: { whole } }
}

const bodyRefusal = (issue: string) => new Refusal(400, {
  code: 'PARAM_ERROR', message: issue, detail: { field: '', value: null, issue, location: 'body' },
})
