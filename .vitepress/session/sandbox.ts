import { run, type RunEvent } from '@wxpay-live/runner'
import workerUrl from '@wxpay-live/runner/worker?worker&url'
import { clientSettings, createSandbox } from '@wxpay-live/sandbox'
import identity from '@wxpay-live/sandbox/identity.json'
import { controlHandlers, sandboxHandlers } from '@wxpay-live/sandbox/msw'
import { getResponse } from 'msw'
import { loadPart } from 'virtual:catalog'
import { createExampleWorker } from './example-worker.ts'
import { startRelay } from './relay.ts'
import type { PanelSession, Progress, Runnable, SandboxSession } from './types.ts'
import { Unavailable } from './unavailable.ts'

export { scenarios } from '@wxpay-live/sandbox'

const sandbox = createSandbox({ catalog: loadPart, identity, strict: false })
const handlers = [...sandboxHandlers(sandbox), ...controlHandlers(sandbox)]
const listeners = new Set<() => void>()
let relay: Promise<string> | undefined

/** The control API of the sandbox on this page. */
export const control: PanelSession['control'] = sandbox.control

export const onResponse: PanelSession['onResponse'] = (listener) => { listeners.add(listener) }

/** Responds to a request of an example; resolves to undefined if it is not for the sandbox. */
async function respond(request: Request): Promise<Response | undefined> {
  const response = await getResponse(handlers, request)
  if (response) for (const listener of listeners) listener()
  return response
}

/** Loads the runtime of a language at its first run. */
async function loadRuntime(language: Runnable['language'], onProgress: (progress: Progress) => void) {
  if (language === 'typescript') return { createWorker: () => createExampleWorker(workerUrl) }
  const { loadPhp, phpWorkers } = await import('./php.ts')
  return { ...phpWorkers, php: await loadPhp(onProgress) }
}

/** Starts the relay once; after a failure the next call tries again. */
async function openRelay(): Promise<string> {
  try {
    return await (relay ??= startRelay(respond))
  } catch (error) {
    relay = undefined
    throw error
  }
}

/** Starts the relay, or tells what runs without it: asynchronous TypeScript needs none. */
async function openRelayFor(language: Runnable['language'], onEvent: (event: RunEvent) => void) {
  try {
    return { relay: await openRelay() }
  } catch (error) {
    if (!(error instanceof Unavailable) || language === 'php') throw error
    const text = `${error.message}：异步写法照常运行，同步写法与 PHP 不能运行。要运行它们，${error.remedy}。`
    onEvent({ type: 'log', level: 'warn', text })
    return {}
  }
}

/** Leaves out the requests to the control API, which is not WeChat Pay's. */
function withoutControl(onEvent: (event: RunEvent) => void): (event: RunEvent) => void {
  return (event) => {
    const url = event.type === 'exchange' ? event.exchange.request.url : ''
    if (!url.startsWith('http://127.0.0.1:8787/_sandbox')) onEvent(event)
  }
}

/** Runs an example in a worker whose requests go to the sandbox on this page. */
export const runExample: SandboxSession['runExample'] = async (code, options) => {
  const { language, samples, onEvent, onProgress } = options
  if (!isSecureContext) {
    throw new Unavailable(
      '这个页面以 http 打开，浏览器在这样的页面里不能签名',
      '请用 https 打开，或在本机用 http://localhost 打开',
    )
  }
  const sync = await openRelayFor(language, onEvent)
  const runtime = await loadRuntime(language, onProgress)
  return run(code, {
    client: clientSettings(identity),
    samples,
    onEvent: withoutControl(onEvent),
    fetch: respond,
    ...sync,
    ...runtime,
  })
}
