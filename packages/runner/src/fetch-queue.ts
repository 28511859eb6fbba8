import type { FetchAnswer, FetchMessage } from './messages.ts'

/** Answers a request of the code, or resolves to undefined if it does not know the URL. */
export type PageFetch = (request: Request) => Promise<Response | undefined>

/** Requests that are answered at the same time. */
const concurrency = 32

/** Answers the `fetch` calls of a run, each at its port, and never rejects. */
export class FetchQueue {
  readonly #fetch: PageFetch | undefined
  #waiting: FetchMessage[] = []
  #running = 0

  constructor(fetch?: PageFetch) {
    this.#fetch = fetch
  }

  add(message: FetchMessage): void {
    this.#waiting.push(message)
    if (this.#running < concurrency) void this.#work()
  }

  /** Drops the requests that are still waiting. */
  clear(): void {
    this.#waiting = []
  }

  async #work(): Promise<void> {
    this.#running++
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      next.port.postMessage(await answer(next.request, this.#fetch))
      // A new task, in between the page can render: promises alone would not let it.
      await new Promise(resolve => setTimeout(resolve))
    }
    this.#running--
  }
}

async function answer(
  { url, body, ...init }: FetchMessage['request'], fetch?: PageFetch,
): Promise<FetchAnswer> {
  try {
    const response = await fetch?.(new Request(url, { ...init, ...body.byteLength > 0 && { body } }))
    return response && await serialize(response)
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) }
  }
}

async function serialize(response: Response): Promise<FetchAnswer> {
  if (response.type === 'error') return { failure: 'Failed to fetch' }
  const { status, statusText, headers } = response
  return { status, statusText, headers: [...headers], body: await response.arrayBuffer() }
}
