import type { Catalog } from '@wxpay-live/compiler/model'
import catalog from '@wxpay-live/openapi/catalog.json'
import { run, type Run, type RunEvent } from '@wxpay-live/runner'
import workerUrl from '@wxpay-live/runner/worker?worker&url'
import { clientSettings, createSandbox } from '@wxpay-live/sandbox'
import identity from '@wxpay-live/sandbox/identity.json'
import { sandboxHandlers } from '@wxpay-live/sandbox/msw'
import { setupWorker } from 'msw/browser'

let started: Promise<void> | undefined

/** Registers the service worker and puts the sandbox behind it. */
async function start(): Promise<void> {
  const sandbox = createSandbox({ catalog: catalog as Catalog, identity })
  await setupWorker(...sandboxHandlers(sandbox)).start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: `${import.meta.env.BASE_URL}sandbox-service-worker.js` },
  })
}

/** A worker from a blob is held to this page's content security policy and service worker. */
function createWorker(): Worker {
  const module = new Blob([`import ${JSON.stringify(new URL(workerUrl, location.href))}`], { type: 'text/javascript' })
  const url = URL.createObjectURL(module)
  const worker = new Worker(url, { type: 'module', name: 'example' })
  worker.addEventListener('message', () => URL.revokeObjectURL(url), { once: true })
  return worker
}

/** Runs an example in a worker of its own, its requests answered by the sandbox on this page. */
export async function runExample(code: string, onEvent: (event: RunEvent) => void): Promise<Run> {
  started ??= start()
  try {
    await started
  } catch (error) {
    started = undefined
    throw error
  }
  if (!navigator.serviceWorker.controller) {
    throw new Error('强制刷新（Shift + 刷新）绕过了 Service Worker。请正常刷新页面，再运行。')
  }
  return run(code, { client: clientSettings(identity), createWorker, onEvent })
}
