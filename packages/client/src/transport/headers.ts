import { assertObject } from '../arguments.ts'
import { ArgumentError } from '../errors/argument-error.ts'

// A browser sets User-Agent and warns if a program tries to.
const namesItself = globalThis.navigator?.userAgent?.startsWith('Mozilla/')

/** The headers that depend on the body. */
interface BodyHeaders {
  /** Serial number of the key that encrypted a part of it. */
  serial?: string | undefined
  /** Of a multipart body; replaces the caller's, since it names the boundary. */
  type?: string | undefined
}

/**
 * The headers of a request without `Authorization`: the caller's replace the client's.
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
    // The platform's message contains the value, which may be a secret.
  }
  throw new ArgumentError(`headers[${JSON.stringify(name)}]`, 'not a valid header')
}
