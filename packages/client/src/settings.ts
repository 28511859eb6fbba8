import { assertFunctions, assertKnown } from './arguments.ts'
import { type Credentials, readCredentials } from './credentials.ts'
import { ArgumentError } from './errors/argument-error.ts'
import type { ClientOptions, Hooks } from './options.ts'
import { randomNonce } from './signing/nonce.ts'
import { type Delivery, readDelivery } from './delivery.ts'

/** The options of a client after they were checked: with keys read and defaults set. */
export interface Settings extends Required<Pick<ClientOptions, 'fetch' | 'nonce' | 'now' | 'maxBodySize'>>,
  Pick<ClientOptions, 'fetchSync'>, Credentials, Delivery {
  hooks: Hooks
}

const names = Object.keys({
  mchid: 1, serial: 1, privateKey: 1, certs: 1, secret: 1, baseUrl: 1, standbyUrl: 1, retry: 1, timeout: 1,
  maxBodySize: 1, hooks: 1, fetch: 1, fetchSync: 1, now: 1, nonce: 1,
} satisfies Record<keyof ClientOptions, 1>)

/**
 * Checks the options of a client.
 *
 * @throws ArgumentError naming the option, without its key
 */
export function readOptions(options: ClientOptions): Settings {
  assertKnown('options', options, names)
  const { hooks = {}, fetch, fetchSync, now, nonce, maxBodySize = 2 ** 24 } = options
  assertKnown('hooks', hooks, ['request', 'response'])
  const { request, response } = hooks
  assertFunctions({ 'hooks.request': request, 'hooks.response': response, fetch, fetchSync, now, nonce })
  if (!(maxBodySize > 0)) throw new ArgumentError('maxBodySize', 'expected bytes')
  return {
    ...readCredentials(options),
    ...readDelivery(options),
    hooks,
    // Looked up at each call, since a mock may replace the global later.
    fetch: fetch ?? ((input, init) => globalThis.fetch(input, init)),
    ...fetchSync && { fetchSync },
    now: now ?? Date.now,
    nonce: nonce ?? randomNonce,
    maxBodySize,
  }
}
