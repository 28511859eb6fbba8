import { stripTypeScriptTypes } from 'node:module'
import { parentPort } from 'node:worker_threads'

/** What a run is asked to do, as `@wxpay-live/runner` posts it. */
interface Request {
  code: string
  client: { baseUrl: string }
  samples?: Record<string, string>
}

interface Client {
  createClient: (options: object) => unknown
  fetchSync: (request: { url: string }) => unknown
}

/** The client by its name: what this package is built from knows nothing of it. */
const clientPackage = '@wxpay-live/client'

/** As it is before any code runs. */
const platform = { fetch }

/** Where in the code an error was thrown: its module is the only one loaded from a data URL. */
const lineOf = (stack = '') => Number(/data:text\/javascript,\S*?:(\d+):\d+/.exec(stack)?.[1]) || undefined

/** Sends requests to the sandbox, whatever access point an example names: no example leaves the machine. */
function toSandbox(baseUrl: string, { fetchSync }: Client) {
  const { fetch } = platform
  const at = (url: string) => {
    const { pathname, search } = new URL(url)
    return baseUrl + pathname + search
  }
  return {
    fetch: (input: Request | string | URL, init?: RequestInit) => {
      const to = input instanceof Request ? new Request(at(input.url), input) : at(String(input))
      return fetch(to, init)
    },
    fetchSync: (request: { url: string }) => fetchSync({ ...request, url: at(request.url) }),
  }
}

parentPort!.on('message', async ({ code, client }: Request) => {
  const library = await import(clientPackage) as Client
  parentPort!.postMessage({ type: 'started' })
  try {
    const transports = toSandbox(client.baseUrl, library)
    const wxpay = library.createClient({ ...client, ...transports })
    Object.assign(globalThis, { wxpay, fetch: transports.fetch, console: { ...console, log: () => {} } })
    // A comment of its own makes it a module of its own: what is imported once is not run again.
    const module = `${stripTypeScriptTypes(code)}\n// ${performance.now()}`
    await import(`data:text/javascript,${encodeURIComponent(module)}`)
  } catch (error) {
    const { name = 'Error', message = String(error), stack } = error as Error
    parentPort!.postMessage({ type: 'error', name, message, line: lineOf(stack) })
  }
  parentPort!.postMessage({ type: 'done' })
})
