import { ArgumentError } from '../errors/argument-error.ts'

/** A text encrypted for WeChat Pay. In `json` and `query` it stands for its ciphertext, and makes the request name its key. */
export class Encrypted {
  /** Whose key it is encrypted with: serial number or `PUB_KEY_ID_…`. */
  readonly serial: string
  readonly #ciphertext: string

  constructor(serial: string, ciphertext: string) {
    this.serial = serial
    this.#ciphertext = ciphertext
  }

  /** The ciphertext, base64. */
  toString(): string {
    return this.#ciphertext
  }

  /** The ciphertext, base64. */
  toJSON(): string {
    return this.#ciphertext
  }
}

/**
 * The `Wechatpay-Serial` that a request with these values needs; `undefined` where nothing in them is encrypted.
 *
 * @throws ArgumentError where they are encrypted with different keys, of which a request can name only one
 */
export function serialOfEncrypted(values: unknown): string | undefined {
  const serials = new Set<string>()
  const seen = new Set<unknown>()
  const visit = (value: unknown): void => {
    if (value instanceof Encrypted) serials.add(value.serial)
    else if (mayHold(value) && !seen.has(value)) {
      seen.add(value)
      // What is written of it, as JSON.stringify finds that out.
      Object.values(Object(typeof value.toJSON === 'function' ? value.toJSON() : value)).forEach(visit)
    }
  }
  visit(values)
  const [serial, other] = serials
  if (other === undefined) return serial
  throw new ArgumentError('json', `holds texts encrypted with ${serial} and with ${other}; a request can name only one`)
}

const mayHold = (value: unknown): value is { toJSON?: unknown } =>
  typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)
