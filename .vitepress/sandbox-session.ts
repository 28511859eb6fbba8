import type { Catalog } from '@wxpay-live/compiler/model'
import catalog from '@wxpay-live/openapi/catalog.json'
import { run } from '@wxpay-live/runner'
import workerUrl from '@wxpay-live/runner/worker?worker&url'
import { clientSettings, createSandbox } from '@wxpay-live/sandbox'
import identity from '@wxpay-live/sandbox/identity.json'
import { sandboxHandlers } from '@wxpay-live/sandbox/msw'
import { setupWorker } from 'msw/browser'
import { createExampleWorker } from './example-worker.ts'
import type { Progress, Runnable, SandboxSession } from './theme/composables/use-run.ts'
import type { PanelSession } from './theme/composables/use-sandbox.ts'

export { scenarios } from '@wxpay-live/sandbox'

const sandbox = createSandbox({ catalog: catalog as Catalog, identity })
const listeners = new Set<() => void>()
let started: Promise<void> | undefined

/** What the user does, and what the sandbox remembers. */
export const control: PanelSession['control'] = sandbox.control

export const onAnswer: PanelSession['onAnswer'] = (listener) => { listeners.add(listener) }

async function answer(request: Request): Promise<Response> {
  const response = await sandbox.fetch(request)
  for (const listener of listeners) listener()
  return response
}

/** Registers the service worker and puts the sandbox behind it. */
async function start(): Promise<void> {
  await setupWorker(...sandboxHandlers({ ...sandbox, fetch: answer })).start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: `${import.meta.env.BASE_URL}sandbox-service-worker.js` },
  })
}

/** What only one language needs, loaded at its first run. */
async function runtimeOf(language: Runnable['language'], onProgress: (progress: Progress) => void) {
  if (language === 'typescript') return { createWorker: () => createExampleWorker(workerUrl) }
  const { loadPhp, phpWorkers } = await import('./php-session.ts')
  return { ...phpWorkers, php: await loadPhp(onProgress) }
}

/** Runs an example in a worker, its requests answered by the sandbox on this page. */
export const runExample: SandboxSession['runExample'] = async (code, { language, samples, onEvent, onProgress }) => {
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
  const runtime = await runtimeOf(language, onProgress)
  return run(code, { client: clientSettings(identity), samples, onEvent, ...runtime })
}
