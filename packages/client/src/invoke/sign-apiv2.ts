import { ArgumentError } from '../errors/argument-error.ts'
import { encodeHex } from '../hex.ts'
import { encodeUtf8 } from '../utf8.ts'

/** The members of a call that are signed, by name; empty and `undefined` ones are not part of the string to sign. */
export type SignedMembers = Readonly<Record<string, string | undefined>>

/**
 * Signs parameters for a phone as APIv2 does: HMAC-SHA256 with the APIv2 key, in upper-case hexadecimal. `sign` itself is
 * left out. Source: https://pay.weixin.qq.com/doc/v2/merchant/4011985891
 *
 * @param apiv2Key 32 characters, set in the merchant platform; not the APIv3 key
 * @throws ArgumentError if the key is not 32 characters of ASCII
 */
export async function signApiv2(members: SignedMembers, apiv2Key: string): Promise<string> {
  if (!/^[!-~]{32}$/.test(apiv2Key)) throw new ArgumentError('apiv2Key', 'expected 32 characters of ASCII')
  const pairs = Object.entries(members)
    .filter(([name, value]) => name !== 'sign' && value !== undefined && value !== '')
    .sort(([a], [b]) => a < b ? -1 : 1)
    .map(([name, value]) => `${name}=${value}`)
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', encodeUtf8(apiv2Key), algorithm, false, ['sign'])
  const signature = await crypto.subtle.sign(algorithm, key, encodeUtf8([...pairs, `key=${apiv2Key}`].join('&')))
  return encodeHex(new Uint8Array(signature)).toUpperCase()
}
