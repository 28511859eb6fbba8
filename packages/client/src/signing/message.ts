/** The parts of a request that are signed. */
export interface RequestMessageParts {
  method: string
  /** Absolute URL, or path with query, exactly as sent. */
  url: string
  /** Seconds since the epoch. */
  timestamp: number | string
  nonce: string
  /** As sent; may be empty. */
  body: string
}

/** The parts of a response that are signed. */
export interface ResponseMessageParts {
  /** `Wechatpay-Timestamp`: seconds since the epoch. */
  timestamp: number | string
  /** `Wechatpay-Nonce` */
  nonce: string
  /** As received; may be empty. */
  body: string
}

/** The string to sign for a request: five lines, each with its line end. */
export function requestMessage({ method, url, timestamp, nonce, body }: RequestMessageParts): string {
  return `${method}\n${pathAndQuery(url)}\n${timestamp}\n${nonce}\n${body}\n`
}

/** The string that a response's or notification's signature covers: three lines, each with its line end. */
export function responseMessage({ timestamp, nonce, body }: ResponseMessageParts): string {
  return `${timestamp}\n${nonce}\n${body}\n`
}

/** Cuts the text instead of parsing it, so that no character changes. */
function pathAndQuery(url: string): string {
  const path = url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '').replace(/#.*$/s, '')
  return path.startsWith('/') ? path : `/${path}`
}
