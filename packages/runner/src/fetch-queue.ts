import type { FetchAnswer, FetchMessage } from './messages.ts'

/** Answers a request of the code, or resolves to undefined if it does not know the URL. */
export type PageFetch = (request: Request) => Promise<Response | undefined>

/** Answers a `fetch` of the code at its port. Never rejects. */
export async function answerFetch({ request, port }: FetchMessage, fetch?: PageFetch): Promise<void> {
  port.postMessage(await answer(request, fetch))
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
