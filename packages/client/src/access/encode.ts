import { Encrypted } from '../crypto/encrypted.ts'
import { ArgumentError } from '../errors/argument-error.ts'

/**
 * Percent-encodes text so that only the unreserved characters of RFC 3986 stay.
 *
 * @throws ArgumentError where the text holds half a surrogate pair
 */
export function encodeRfc3986(name: string, text: string): string {
  if (!text.isWellFormed()) throw new ArgumentError(name, 'is not well-formed Unicode')
  return encodeURIComponent(text).replace(/[!'()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** A value as it stands in a URL; `undefined` where it has no text of its own. */
export function textOf(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string': return value
    case 'boolean': case 'bigint': return String(value)
    case 'number': return Number.isFinite(value) ? String(value) : undefined
    default: return value instanceof Encrypted ? String(value) : undefined
  }
}
