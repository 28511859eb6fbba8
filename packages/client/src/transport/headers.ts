import { assertObject } from '../arguments.ts'
import { ArgumentError } from '../errors/argument-error.ts'

// A browser names itself, and warns whoever tries to do it in its place.
const namesItself = globalThis.navigator?.userAgent?.startsWith('Mozilla/')

/** What a body asks to be said of it. */
interface BodyHeaders {
  /** Whose key encrypted a part of it. */
  serial?: string | undefined
  /** Of a multipart body; the caller cannot replace it, since it names the boundary. */
  type?: string | undefined
}

/**
 * The headers of a request: the caller's over the client's own, and `Authorization` over both.
 *
 * @throws ArgumentError naming a header that cannot be sent
 */
export function buildHeaders(
  method: string, own: unknown = {}, { serial, type }: BodyHeaders = {},
): Record<string, string> {
  const headers = new Map<string, [name: string, value: string]>()
  const set = (name: string, value: string) => headers.set(name.toLowerCase(), [name, value])
  set('Accept', 'application/json')
  if (method !== 'GET') set('Content-Type', 'application/json')
  if (!namesItself) set('User-Agent', 'wxpay-live')
  if (serial) set('Wechatpay-Serial', serial)
  assertObject('headers', own)
  for (const [name, value] of Object.entries(own)) set(name, checked(name, value))
  if (type) set('Content-Type', type)
  headers.delete('authorization')
  return Object.fromEntries(headers.values())
}

function checked(name: string, value: unknown): string {
  try {
    if (typeof value === 'string' && new Headers([[name, value]]).has(name)) return value
  } catch {
    // What the platform says shows the value, which may be a secret.
  }
  throw new ArgumentError(`headers[${JSON.stringify(name)}]`, 'is not a header that can be sent')
}
