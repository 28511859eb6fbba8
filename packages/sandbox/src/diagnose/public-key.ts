import { readDer, readPem, readRsaKey } from '@wxpay-live/client/crypto'
import { bytesToHex } from '../values/hex.ts'

/** The public half of an RSA key, and what its certificate says. */
export interface PublicKey {
  /** The modulus and the exponent. */
  numbers: JsonWebKey
  /** Whether the PEM was a private key. */
  isPrivate: boolean
  /** Serial number of the certificate: hexadecimal in upper case, two digits a byte. */
  serial?: string
  /** Common name of the certificate's subject: the merchant id on a merchant's certificate. */
  commonName?: string
}

/**
 * Reads a certificate, a public key or a private key, of which it keeps the public half.
 *
 * @param name of the PEM in the error
 * @throws ArgumentError or RangeError if it is not an RSA key, without its content
 */
export function readPublicKey(name: string, pem: string): PublicKey {
  const der = readPem(name, pem)
  const key = readRsaKey(der)
  if (!key) throw new RangeError(`${name}: the key is encrypted`)
  const integers = readDer(readDer(key.pkcs1)[0]!.content).map(({ content }) => base64urlOf(content))
  const [n = '', e = ''] = key.kind === 'private key' ? integers.slice(1) : integers
  const commonName = key.kind === 'certificate' ? commonNameOf(der) : undefined
  return {
    numbers: { kty: 'RSA', n, e },
    isPrivate: key.kind === 'private key',
    ...key.serial !== undefined && { serial: key.serial },
    ...commonName !== undefined && { commonName },
  }
}

/** Encodes an integer of DER without its sign (RFC 7518, section 6.3.1). */
const base64urlOf = (integer: Uint8Array) =>
  btoa(String.fromCharCode(...integer[0] ? integer : integer.subarray(1)))
    .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

/** OID 2.5.4.3 (RFC 4519, section 2.3). */
const commonNameOid = '550403'

/** The tag of a certificate's version, which certificates of version 1 leave out. */
const versionTag = 0xa0

/** Reads the last common name of a certificate's subject (RFC 5280, section 4.1.2.6). */
function commonNameOf(der: Uint8Array<ArrayBuffer>): string | undefined {
  const members = readDer(readDer(readDer(der)[0]!.content)[0]!.content)
  const subject = members[members[0]?.tag === versionTag ? 5 : 4]!
  const value = readDer(subject.content).flatMap(({ content }) => readDer(content))
    .map(({ content }) => readDer(content))
    .findLast(([oid]) => oid && bytesToHex(oid.content) === commonNameOid)?.[1]
  return value && new TextDecoder().decode(value.content)
}
