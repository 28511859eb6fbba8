import { ArgumentError } from '../errors/argument-error.ts'
import { decodeBase64 } from './base64.ts'
import { publicKeyOf, readPrivateNumbers, readPublicNumbers } from './rsa-key.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** What to do with the PEMs people have at hand but that are of no use here. */
const advice: Record<string, string> = {
  'RSA PRIVATE KEY': 'is PKCS#1; convert it with "openssl pkcs8 -topk8 -nocrypt"',
  'ENCRYPTED PRIVATE KEY': 'is encrypted; decrypt it with "openssl pkcs8"',
  'RSA PUBLIC KEY': 'is PKCS#1; convert it with "openssl rsa -RSAPublicKey_in -pubout"',
}

/**
 * Reads the PKCS#8 bytes of an RSA private key out of its PEM.
 *
 * @param name how the caller calls the PEM, for the error
 * @throws ArgumentError naming what was given instead, never its content
 */
export function readPrivateKeyPem(name: string, pem: string): Bytes {
  const { der } = readPem(name, pem, ['PRIVATE KEY'])
  return checked(name, () => {
    readPrivateNumbers(der)
    return der
  })
}

/**
 * Reads the SubjectPublicKeyInfo bytes of an RSA public key out of its PEM, or out of an X.509 certificate's.
 *
 * @param name how the caller calls the PEM, for the error
 * @throws ArgumentError naming what was given instead
 */
export function readPublicKeyPem(name: string, pem: string): Bytes {
  const { label, der } = readPem(name, pem, ['CERTIFICATE', 'PUBLIC KEY'])
  return checked(name, () => {
    const spki = label === 'CERTIFICATE' ? publicKeyOf(der) : der
    readPublicNumbers(spki)
    return spki
  })
}

function readPem(name: string, pem: string, labels: string[]): { label: string, der: Bytes } {
  const wanted = `expected a PEM with "BEGIN ${labels.join('" or "BEGIN ')}"`
  if (typeof pem !== 'string') throw new ArgumentError(name, `${wanted}, got ${pem === null ? 'null' : typeof pem}`)
  const label = /-----BEGIN ([A-Z0-9 ]{1,40})-----/.exec(pem)?.[1]
  if (!label) throw new ArgumentError(name, `${wanted}, found no "BEGIN" line`)
  if (!labels.includes(label)) {
    throw new ArgumentError(name, `${wanted}, got "BEGIN ${label}"${advice[label] ? `, which ${advice[label]}` : ''}`)
  }
  const base64 = pem.split(`-----BEGIN ${label}-----`)[1]?.split(`-----END ${label}-----`, 2)
  const der = base64?.length === 2 && decodeBase64(base64[0]!)
  if (!der) throw new ArgumentError(name, 'the PEM is damaged: no base64 between its "BEGIN" and "END" lines')
  return { label, der }
}

function checked(name: string, read: () => Bytes): Bytes {
  try {
    return read()
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new ArgumentError(name, `the PEM holds no usable RSA key: ${cause.message}`, { cause })
  }
}
