import { ArgumentError } from '../errors/argument-error.ts'

/** A text encrypted for WeChat Pay. In `json` and `query` it becomes its ciphertext, and the client sets `Wechatpay-Serial`. */
export class Encrypted {
  /** Serial number or `PUB_KEY_ID_…` of the key. */
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
 * The `Wechatpay-Serial` of a request with these values; `undefined` if no value is encrypted.
 *
 * @throws ArgumentError if they are encrypted with different keys, since a request can name only one
 */
export function serialOfEncrypted(values: unknown): string | undefined {
  const serials = new Set<string>()
  const seen = new Set<unknown>()
  const visit = (value: unknown): void => {
    if (value instanceof Encrypted) serials.add(value.serial)
    else if (mayHold(value) && !seen.has(value)) {
      seen.add(value)
      // The members that JSON.stringify would write.
      Object.values(Object(typeof value.toJSON === 'function' ? value.toJSON() : value)).forEach(visit)
    }
  }
  visit(values)
  const [serial, other] = serials
  if (other === undefined) return serial
  throw new ArgumentError('json', `has texts encrypted with ${serial} and ${other}; use one key for a request`)
}

const mayHold = (value: unknown): value is { toJSON?: unknown } =>
  typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)
