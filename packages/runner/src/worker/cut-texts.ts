/** Maximum length of a text in characters. */
export const maxLength = 100_000

/** Maximum number of headers of a request or response. */
export const maxHeaders = 100

/**
 * Copies a message with its long texts and long lists of headers cut, so that one message cannot fill the page; they say so.
 * It is not made by way of JSON, in which the client hides `Authorization`.
 */
export function cutTexts(value: unknown): unknown {
  if (typeof value === 'string') return cutText(value)
  if (Array.isArray(value)) return value.map(cutTexts)
  if (!(value instanceof Object)) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) =>
    [key, cutTexts(key === 'headers' && member instanceof Object ? cutHeaders(member) : member)]))
}

function cutText(text: string): string {
  return text.length > maxLength ? `${text.slice(0, maxLength)}……（共 ${text.length} 个字符）` : text
}

function cutHeaders(headers: object): object {
  const entries = Object.entries(headers)
  if (entries.length <= maxHeaders) return headers
  return Object.fromEntries([...entries.slice(0, maxHeaders), ['……', `共 ${entries.length} 个`]])
}
