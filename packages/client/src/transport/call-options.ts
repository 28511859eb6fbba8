import { assertObject } from '../arguments.ts'
import { ArgumentError } from '../errors/argument-error.ts'
import type { FileHash, RequestOptions } from '../options.ts'
import { type Delivery, readBaseUrl, readTimeout } from '../delivery.ts'

/** The options of one call about its delivery. */
export interface CallOptions extends Omit<Delivery, 'retry'> {
  signal: AbortSignal | undefined
  idempotent: boolean
  hash: FileHash | undefined
}

type KnownNames<T> = keyof { [name in keyof T as string extends name ? never : name]: 1 }

/** The option names that are not path variables. */
export const requestOptionNames = Object.keys({
  query: 1, json: 1, body: 1, headers: 1, baseUrl: 1, timeout: 1, signal: 1, idempotent: 1, hash: 1,
} satisfies Record<KnownNames<RequestOptions>, 1>)

/**
 * Checks the delivery options of a call; the client's are the defaults.
 *
 * @throws ArgumentError naming the option
 */
export function readCallOptions({ hosts, timeout }: Delivery, options: RequestOptions): CallOptions {
  const { baseUrl, timeout: own = timeout, signal, idempotent = false, hash } = options
  if (signal !== undefined && !(signal instanceof AbortSignal)) throw new ArgumentError('signal', 'expected an AbortSignal')
  if (hash !== undefined) assertHash(hash)
  return {
    hosts: baseUrl === undefined ? hosts : [readBaseUrl('baseUrl', baseUrl)],
    timeout: readTimeout(own),
    signal,
    idempotent,
    hash,
  }
}

function assertHash(hash: FileHash): void {
  assertObject('hash', hash)
  const isHash = /^(SHA1|SHA256|SM3)$/i.test(String(hash.hash_type)) && /^[\da-f]+$/i.test(String(hash.hash_value))
  if (!isHash) throw new ArgumentError('hash', 'expected { hash_type: \'SHA1\', hash_value: hexadecimal digits }')
}
