import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { createClient } from '../src/index.ts'
import { body, headers, identity, order } from './answer.ts'

// A dependency of the sandbox's tests.
export const requirePeer = createRequire(fileURLToPath(import.meta.resolve('@wxpay-live/sandbox')))
const { Wechatpay } = requirePeer('wechatpay-axios-plugin')

const wxpay = createClient({ ...identity, fetch: async () => new Response(body, { headers }) })
const peer = new Wechatpay({
  ...identity,
  adapter: async (config: unknown) => ({ status: 200, statusText: 'OK', data: body, headers: { ...headers }, config, request: {} }),
})

/** One order through each client: signed, sent without a network, verified and parsed. */
export const clients: Record<string, () => Promise<unknown>> = {
  '@wxpay-live/client': async () =>
    (await wxpay.chain('v3/pay/transactions/native').postAsync({ json: order })).json(),
  'wechatpay-axios-plugin': async () => (await peer.chain('v3/pay/transactions/native').post(order)).data,
}
