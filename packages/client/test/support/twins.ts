import { SyncResponse } from '../../src/sync-response.ts'
import type { Wxpay } from '../../src/access/wxpay.ts'
import type { RequestOptions } from '../../src/options.ts'

export type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** The result of a call. */
export interface Answer { status: number, headers: Record<string, string>, body: string }

/** Both ways of calling as asynchronous functions that return or throw the same. */
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
