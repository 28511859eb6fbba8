/** What a request's signature covers. */
export interface RequestMessageParts {
  method: string
  /** Absolute URL, or path with query, exactly as sent. */
  url: string
  /** Seconds since the epoch. */
  timestamp: number | string
  nonce: string
  /** As sent; empty where there is none. */
  body: string
}

/** What a response's signature covers. */
export interface ResponseMessageParts {
  /** `Wechatpay-Timestamp`: seconds since the epoch. */
  timestamp: number | string
  /** `Wechatpay-Nonce` */
  nonce: string
  /** As received; empty where there is none. */
  body: string
}

/** The string a request's signature is made over: five lines, each with its line end. */
export function requestMessage({ method, url, timestamp, nonce, body }: RequestMessageParts): string {
  return `${method}\n${pathAndQuery(url)}\n${timestamp}\n${nonce}\n${body}\n`
}

/** The string a response's or notification's signature is made over: three lines, each with its line end. */
export function responseMessage({ timestamp, nonce, body }: ResponseMessageParts): string {
  return `${timestamp}\n${nonce}\n${body}\n`
}

/** Cuts the text instead of parsing it, so that not one character changes. */
function pathAndQuery(url: string): string {
  const path = url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '').replace(/#.*$/s, '')
  return path.startsWith('/') ? path : `/${path}`
}
