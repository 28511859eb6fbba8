import { ArgumentError, type FetchSync, fetchSync } from '@wxpay-live/client'

/** Returns a `fetchSync` that sends every request to the relay, which responds instead of its own host. */
export function relayed(relay: string | undefined): FetchSync {
  return (request) => {
    if (!relay) throw new ArgumentError('fetchSync', '这里发不了同步请求，请改用 getAsync、postAsync 等异步写法')
    const url = new URL(relay)
    url.searchParams.set('url', request.url)
    return fetchSync({ ...request, url: url.href })
  }
}
