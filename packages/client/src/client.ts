import { createChain } from './access/chain.ts'
import type { Wxpay } from './access/wxpay.ts'
import type { ClientOptions } from './options.ts'
import { readOptions } from './settings.ts'
import { createSendAsync } from './transport/send-async.ts'
import { createSendSync } from './transport/send-sync.ts'

/**
 * Makes a client that signs what it sends and verifies what it receives.
 *
 * @throws ArgumentError naming an option that is missing, unknown or unusable
 */
export function createClient(options: ClientOptions): Wxpay {
  const settings = readOptions(options)
  const sendAsync = createSendAsync(settings)
  const sendSync = createSendSync(settings)
  return createChain(({ method, async, template, options }) =>
    (async ? sendAsync : sendSync)(method, template, options))
}
