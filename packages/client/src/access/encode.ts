import { Encrypted } from '../crypto/encrypted.ts'
import { ArgumentError } from '../errors/argument-error.ts'

/**
 * Percent-encodes all but the unreserved characters of RFC 3986.
 *
 * @throws ArgumentError if the text holds half a surrogate pair
 */
export function encodeRfc3986(name: string, text: string): string {
  if (!text.isWellFormed()) throw new ArgumentError(name, 'is not well-formed Unicode')
  return encodeURIComponent(text).replace(/[!'()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** The text of a value in a URL; `undefined` if a value of its type cannot be in one. */
export function textOf(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string': return value
    case 'boolean': case 'bigint': return String(value)
    case 'number': return Number.isFinite(value) ? String(value) : undefined
    default: return value instanceof Encrypted ? String(value) : undefined
  }
}
