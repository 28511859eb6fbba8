import { ArgumentError } from '../errors/argument-error.ts'
import { decodeBase64 } from './base64.ts'
import type { Bytes } from './der.ts'

/**
 * Decodes the first PEM in a text; its label is not checked against its content.
 *
 * @param name of the PEM in the error
 * @throws ArgumentError if it is missing, damaged or encrypted, without its content
 */
export function readPem(name: string, text: string): Bytes {
  const label = /-----BEGIN ([A-Z0-9 ]{1,40})-----/.exec(text)?.[1]
  if (!label) throw new ArgumentError(name, 'expected a PEM, "BEGIN" line missing')
  const parts = text.split(`-----BEGIN ${label}-----`, 2)[1]?.split(`-----END ${label}-----`, 2)
  if (parts?.[0]?.includes('ENCRYPTED')) throw new ArgumentError(name, 'the key is encrypted; decrypt it with "openssl pkey"')
  // In JSON and .env files the line ends are often written out.
  const der = parts?.length === 2 && decodeBase64(parts[0]!.replace(/\\[nr]/g, ''))
  if (!der) throw new ArgumentError(name, 'expected base64 between the "BEGIN" and "END" lines of the PEM')
  return der
}
