import { ArgumentError } from '../errors/argument-error.ts'
import { decodeBase64 } from './base64.ts'
import { type Bytes, Tag, writeDer } from './der.ts'

const privateMembers = ['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'] as const

/**
 * Writes an RSA key that came as a JSON Web Key (RFC 7518, 6.3) in PKCS#1.
 *
 * @throws ArgumentError naming the member that is missing
 */
export function readJwk(name: string, jwk: JsonWebKey): Bytes {
  if (jwk.kty !== 'RSA') throw new ArgumentError(name, 'is no RSA key: the "kty" of a JSON Web Key is to be "RSA"')
  const members = 'd' in jwk ? privateMembers : privateMembers.slice(0, 2)
  const integers = members.map((member) => {
    const bytes = decodeBase64(String(jwk[member] ?? '').replaceAll('-', '+').replaceAll('_', '/'))
    if (!bytes?.length) throw new ArgumentError(name, `the JSON Web Key lacks a usable "${member}"`)
    // A leading zero keeps the number from being read as negative.
    return writeDer(Tag.integer, bytes[0]! < 0x80 ? [] : [0], bytes)
  })
  return writeDer(Tag.sequence, ...'d' in jwk ? [[Tag.integer, 1, 0]] : [], ...integers)
}
