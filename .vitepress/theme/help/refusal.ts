import type { Exchange } from '@wxpay-live/runner'

/** What the page needs of a refusal to offer help. */
export interface ReadRefusal {
  code: string
  message: string
  /** Path of the request, without its query. */
  path: string
  /** The merchant's numbers in query and body of the request, such as `out_trade_no`. */
  numbers: Record<string, string>
  /** The path of the field that is wrong, such as `amount.total`. */
  field: string | undefined
}

/** Reads the refusal that ended a run: its last response, if that is one. */
export function readRefusal(exchanges: readonly Exchange[]): ReadRefusal | undefined {
  const { request, response } = exchanges.at(-1) ?? {}
  if (!request || !response || response.status < 400) return undefined
  const { code, message, detail } = parse(response.body)
  if (typeof code !== 'string') return undefined
  const { pathname, searchParams } = new URL(request.url)
  const members = { ...Object.fromEntries(searchParams), ...parse(request.body) }
  const numbers = Object.entries(members).filter((entry): entry is [string, string] => (
    /^(?:combine_)?out_\w*no$/.test(entry[0]) && typeof entry[1] === 'string'
  ))
  return {
    code,
    message: String(message),
    path: decodeURI(pathname),
    numbers: Object.fromEntries(numbers),
    field: fieldIn(detail),
  }
}

function parse(body: string): Record<string, unknown> {
  try {
    const value = JSON.parse(body)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

/** The `field` of a refusal is a JSON pointer. The items of lists have no rows. */
function fieldIn(detail: unknown): string | undefined {
  const field = typeof detail === 'object' && detail !== null && 'field' in detail ? detail.field : undefined
  if (typeof field !== 'string') return undefined
  return field.split('/').filter(step => step && !/^\d+$/.test(step)).join('.') || undefined
}
