import { createClient } from '../../src/client.ts'
import type { ClientOptions, RequestOptions } from '../../src/options.ts'
import type { SyncResponse } from '../../src/sync-response.ts'

/** One call, made both ways from a dedicated worker. */
export interface Call {
  client: Pick<ClientOptions, 'mchid' | 'serial' | 'privateKey' | 'certs'>
  /** The clock, so that both ways sign the same. */
  now: number
  path: string
  /** @default 'post' */
  verb?: 'get' | 'post'
  options: RequestOptions
}

/** The result of a call. */
export type Outcome = { status: number, body: string } | { name: string, message: string }

onmessage = async ({ data: { client, now, path, verb = 'post', options } }: MessageEvent<Call>) => {
  const chain = createClient({ ...client, now: () => now, nonce: () => 'N' }).chain(path)
  postMessage({
    sync: await outcomeOf(() => chain[verb](options)),
    async: await outcomeOf(() => chain[`${verb}Async`](options)),
  })
}

async function outcomeOf(call: () => SyncResponse | Promise<Response>): Promise<Outcome> {
  try {
    const response = await call()
    return { status: response.status, body: await response.text() }
  } catch (error) {
    const { name, message } = error as Error
    return { name, message }
  }
}
