import type { Incoming } from './call.ts'
import { Refusal } from './refusal.ts'

// Unlike `Request.text()`, this keeps a byte order mark: the signature covers it.
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** Reads a request to its end. */
export async function read(request: Request): Promise<Incoming> {
  const body = await request.arrayBuffer().catch(() => {
    const issue = '请求体未能完整读取'
    throw new Refusal(400, {
      code: 'PARAM_ERROR', message: issue, detail: { field: '', value: null, issue, location: 'body' },
    })
  })
  return {
    method: request.method,
    url: request.url,
    authorization: request.headers.get('Authorization'),
    body: utf8.decode(body),
    serial: request.headers.get('Wechatpay-Serial'),
  }
}
