import { stripTypeScriptTypes } from 'node:module'
import { parentPort } from 'node:worker_threads'

/** What a run is asked to do, as `@wxpay-live/runner` posts it. */
interface Request {
  code: string
  client: Record<string, unknown>
  samples?: Record<string, string>
}

/** The client by its name: what this package is built from knows nothing of it. */
const clientPackage = '@wxpay-live/client'

parentPort!.on('message', async ({ code, client }: Request) => {
  const { createClient } = await import(clientPackage) as { createClient: (options: object) => unknown }
  parentPort!.postMessage({ type: 'started' })
  try {
    Object.assign(globalThis, { wxpay: createClient(client), console: { ...console, log: () => {} } })
    // A comment of its own makes it a module of its own: what is imported once is not run again.
    const module = `${stripTypeScriptTypes(code)}\n// ${performance.now()}`
    await import(`data:text/javascript,${encodeURIComponent(module)}`)
  } catch (error) {
    const { name = 'Error', message = String(error) } = error as Error
    parentPort!.postMessage({ type: 'error', name, message })
  }
  parentPort!.postMessage({ type: 'done' })
})
