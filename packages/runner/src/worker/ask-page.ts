import type { FetchAnswer, FetchMessage } from '../messages.ts'

/**
 * Returns a `fetch` that the page answers, so that it needs no service worker. URLs that the page does not know go to the
 * browser's `fetch`.
 */
export function askPage(
  native: typeof globalThis.fetch,
  post: (message: FetchMessage, transfer: Transferable[]) => void,
): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const passedOn = request.clone()
    // As a browser does when it sends a request.
    if (!request.headers.has('Accept')) request.headers.set('Accept', '*/*')
    const { method, url, headers, signal } = request
    const body = await request.arrayBuffer()
    signal.throwIfAborted()
    const { port1, port2 } = new MessageChannel()
    try {
      const answer = await new Promise<FetchAnswer>((resolve, reject) => {
        port1.onmessage = ({ data }: MessageEvent<FetchAnswer>) => resolve(data)
        signal.addEventListener('abort', () => reject(signal.reason))
        post({ type: 'fetch', request: { method, url, headers: [...headers], body }, port: port2 }, [port2, body])
      })
      if (!answer) return await native(passedOn)
      if ('failure' in answer) throw new TypeError(answer.failure)
      const { body: bytes, ...init } = answer
      return new Response([204, 205, 304].includes(init.status) ? null : bytes, init)
    } finally {
      port1.close()
    }
  }
}
