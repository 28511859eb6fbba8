import { SyncResponse } from '../../src/sync-response.ts'
import type { Wxpay } from '../../src/access/wxpay.ts'
import type { RequestOptions } from '../../src/options.ts'

export type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** What a call came to: the two ways of calling are to differ in nothing else. */
export interface Answer { status: number, headers: Record<string, string>, body: string }

/** The two ways of calling, as one: an asynchronous function that answers what came or throws what was thrown. */
export const twins = {
  async: (chain: Wxpay, verb: Verb, options?: RequestOptions) => read(chain[`${verb}Async`](options)),
  sync: async (chain: Wxpay, verb: Verb, options?: RequestOptions) => read(chain[verb](options)),
}

async function read(pending: Promise<Response> | SyncResponse): Promise<Answer> {
  const response = await pending
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  }
}
