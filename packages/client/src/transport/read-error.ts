import type { RawResponse } from '../raw-response.ts'

/** Reads the body of a refusal, which may not be JSON, such as a gateway's HTML page. */
export function readError({ status, headers, body }: RawResponse) {
  const { code, message, detail } = parseObject(new TextDecoder().decode(body))
  const type = headers['content-type'] ?? 'no content type'
  return {
    code: typeof code === 'string' ? code : undefined,
    detail,
    message: typeof message === 'string'
      ? `${[status, code].join(' ').trim()}: ${message}`
      : `${status}, without WeChat Pay's error JSON: ${body.length} bytes of ${type}`,
  }
}

function parseObject(text: string): { code?: unknown, message?: unknown, detail?: unknown } {
  try {
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}
