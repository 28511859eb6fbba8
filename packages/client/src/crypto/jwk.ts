import { ArgumentError } from '../errors/argument-error.ts'
import { decodeBase64 } from './base64.ts'
import { type Bytes, Tag, writeDer } from './der.ts'

const privateMembers = ['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'] as const

/**
 * Converts an RSA key from a JSON Web Key (RFC 7518, 6.3) to PKCS#1.
 *
 * @throws ArgumentError naming the member that is missing
 */
export function readJwk(name: string, jwk: JsonWebKey): Bytes {
  if (jwk.kty !== 'RSA') throw new ArgumentError(name, 'expected a JSON Web Key whose "kty" is "RSA"')
  const members = 'd' in jwk ? privateMembers : privateMembers.slice(0, 2)
  const integers = members.map((member) => {
    const bytes = decodeBase64(String(jwk[member] ?? '').replaceAll('-', '+').replaceAll('_', '/'))
    if (!bytes?.length) throw new ArgumentError(name, `the "${member}" of the JSON Web Key is missing or invalid`)
    // Without a leading zero the number would be negative.
    return writeDer(Tag.integer, bytes[0]! < 0x80 ? [] : [0], bytes)
  })
  return writeDer(Tag.sequence, ...'d' in jwk ? [[Tag.integer, 1, 0]] : [], ...integers)
}
