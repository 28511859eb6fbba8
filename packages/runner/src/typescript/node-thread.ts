import { parentPort } from 'node:worker_threads'
import { createClient, fetchSync, type FetchSync } from '@wxpay-live/client'
import type { RunRequest, WorkerMessage } from '../messages.ts'
import { errorEvent } from '../worker/error-event.ts'
import { resolveImports } from './imports.ts'
import { modulesWith } from './modules.ts'
import { toJavaScript } from './to-javascript.ts'

const emit = (message: WorkerMessage) => parentPort?.postMessage(message)

/** The original: each run replaces the global one. */
const { fetch } = globalThis

/** Sends every request to `baseUrl` instead of its own host, so that no example reaches the network. */
function sendTo(baseUrl: string) {
  const at = (url: string) => {
    const { pathname, search } = new URL(url)
    return baseUrl + pathname + search
  }
  return {
    fetch: (input: Request | string | URL, init?: RequestInit) =>
      fetch(input instanceof Request ? new Request(at(input.url), input) : at(String(input)), init),
    fetchSync: (request => fetchSync({ ...request, url: at(request.url) })) satisfies FetchSync,
  }
}

async function execute({ code, client }: RunRequest): Promise<void> {
  if (!client.baseUrl) throw new Error('client.baseUrl is missing: an example in Node needs the address of its sandbox')
  const transports = sendTo(client.baseUrl)
  const wxpay = createClient({ ...client, ...transports })
  Object.assign(globalThis, { wxpay, fetch: transports.fetch, console: { ...console, log: () => {} } })
  // Node caches modules by URL, so the comment makes each run a new module.
  const toUrl = (source: string) => `data:text/javascript,${encodeURIComponent(`${source}\n// ${performance.now()}`)}`
  const { code: javascript, imports } = toJavaScript(code)
  await import(toUrl(await resolveImports(javascript, imports, modulesWith(transports), toUrl)))
}

parentPort?.on('message', async (request: RunRequest) => {
  emit({ type: 'started' })
  try {
    await execute(request)
  } catch (error) {
    emit(errorEvent(error))
  }
  emit({ type: 'done' })
})
