import { run } from '@wxpay-live/runner'
import workerUrl from '@wxpay-live/runner/worker?worker&url'
import { clientSettings, createSandbox } from '@wxpay-live/sandbox'
import identity from '@wxpay-live/sandbox/identity.json'
import { controlHandlers, sandboxHandlers } from '@wxpay-live/sandbox/msw'
import { setupWorker } from 'msw/browser'
import { loadPart } from 'virtual:catalog'
import { serviceWorkerFile } from '../vite/service-worker-file.ts'
import { createExampleWorker } from './example-worker.ts'
import type { PanelSession, Progress, Runnable, SandboxSession } from './types.ts'

export { scenarios } from '@wxpay-live/sandbox'

const sandbox = createSandbox({ catalog: loadPart, identity, strict: false })
const listeners = new Set<() => void>()
let started: Promise<void> | undefined

/** The control API of the sandbox on this page. */
export const control: PanelSession['control'] = sandbox.control

export const onResponse: PanelSession['onResponse'] = (listener) => { listeners.add(listener) }

/**
 * Registers the service worker and connects the sandbox and its control API to it. The previous page's worker may
 * still be listed while it unregisters, and msw would reuse it; an update drops it.
 */
async function start(): Promise<void> {
  const listed = await navigator.serviceWorker.getRegistration()
  await listed?.update().catch(() => {})
  const worker = setupWorker(...sandboxHandlers(sandbox), ...controlHandlers(sandbox))
  worker.events.on('response:mocked', () => {
    for (const listener of listeners) listener()
  })
  await worker.start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: `${import.meta.env.BASE_URL}${serviceWorkerFile}` },
  })
}

/** Loads the runtime of a language at its first run. */
async function loadRuntime(language: Runnable['language'], onProgress: (progress: Progress) => void) {
  if (language === 'typescript') return { createWorker: () => createExampleWorker(workerUrl) }
  const { loadPhp, phpWorkers } = await import('./php.ts')
  return { ...phpWorkers, php: await loadPhp(onProgress) }
}

/** Runs an example in a worker whose requests go to the sandbox on this page. */
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
  const runtime = await loadRuntime(language, onProgress)
  return run(code, { client: clientSettings(identity), samples, onEvent, ...runtime })
}
