import { createChain } from './access/chain.ts'
import type { TypedWxpay } from './access/typed-wxpay.ts'
import type { Wxpay } from './access/wxpay.ts'
import { createHelpers, type Helpers } from './helpers.ts'
import type { ClientOptions } from './options.ts'
import { readOptions } from './settings.ts'
import { createSendAsync } from './transport/send-async.ts'
import { createSendSync } from './transport/send-sync.ts'

/** A client, typed by a path map if one is given. */
export type Client<Paths = undefined> = ([Paths] extends [undefined] ? Wxpay : TypedWxpay<Paths>) & Helpers

/**
 * Makes a client that signs its requests and verifies their responses.
 *
 * @throws ArgumentError naming an option that is missing, unknown or unusable
 */
export function createClient(options: ClientOptions): Client
export function createClient<Paths extends object>(options: ClientOptions): Client<Paths>
export function createClient(options: ClientOptions): object {
  const settings = readOptions(options)
  const sendAsync = createSendAsync(settings)
  const sendSync = createSendSync(settings)
  return createChain(({ method, async, template, options }) =>
    (async ? sendAsync : sendSync)(method, template, options), createHelpers(settings))
}
