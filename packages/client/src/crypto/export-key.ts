import type { Bytes } from './der.ts'
import { readJwk } from './jwk.ts'

/** The used part of Node's `KeyObject`. */
export interface NodeKey {
  type: string
  export: (options: { format: 'der', type: 'pkcs8' | 'spki' }) => Uint8Array
}

/**
 * The DER bytes of a key that is an object: Node's `KeyObject` or `X509Certificate`, or a JSON Web Key; `undefined` for
 * any other object.
 *
 * @throws ArgumentError if the JSON Web Key lacks a member
 */
export function exportKey(
  name: string, key: Partial<NodeKey & { raw: Uint8Array } & JsonWebKey>,
): Bytes | undefined {
  if (key.raw instanceof Uint8Array) return Uint8Array.from(key.raw)
  if (typeof key.export === 'function' && key.type !== 'secret') {
    return Uint8Array.from(key.export({ format: 'der', type: key.type === 'private' ? 'pkcs8' : 'spki' }))
  }
  return 'kty' in key ? readJwk(name, key) : undefined
}
