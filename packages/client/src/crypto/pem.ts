import { ArgumentError } from '../errors/argument-error.ts'
import { decodeBase64 } from './base64.ts'
import type { Bytes } from './der.ts'

/**
 * Takes the bytes out of the first PEM in a text; what they are, they tell themselves.
 *
 * @param name how the caller calls the PEM, for the error
 * @throws ArgumentError telling what is wrong, never showing the content
 */
export function readPem(name: string, text: string): Bytes {
  const label = /-----BEGIN ([A-Z0-9 ]{1,40})-----/.exec(text)?.[1]
  if (!label) throw new ArgumentError(name, 'expected a PEM, found no "BEGIN" line')
  const parts = text.split(`-----BEGIN ${label}-----`, 2)[1]?.split(`-----END ${label}-----`, 2)
  if (parts?.[0]?.includes('ENCRYPTED')) throw new ArgumentError(name, 'is an encrypted key; decrypt it with "openssl pkey"')
  const der = parts?.length === 2 && decodeBase64(parts[0]!)
  if (!der) throw new ArgumentError(name, 'the PEM is damaged: no base64 between its "BEGIN" and "END" lines')
  return der
}
