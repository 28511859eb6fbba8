import { run, type RunEvent } from '@wxpay-live/runner'
import workerUrl from '@wxpay-live/runner/worker?worker&url'
import { clientSettings, createSandbox } from '@wxpay-live/sandbox'
import identity from '@wxpay-live/sandbox/identity.json'
import { isOfControl, localFetch } from '@wxpay-live/sandbox/local-fetch'
import { loadPart, MissingPart } from '../catalog/load-part.ts'
import { codeScenario } from './code-scenario.ts'
import { loadExampleWorker } from './example-worker.ts'
import { javascriptOf } from './javascript-of.ts'
import { loadOnce } from '../loading/load-once.ts'
import { spareWorker } from './spare-worker.ts'
import type { PanelSession, Progress, Runnable, SandboxSession } from './types.ts'
import { Unavailable } from './unavailable.ts'

export { scenarios } from '@wxpay-live/sandbox'

const sandbox = createSandbox({ catalog: loadPart, identity, strict: false })
const fetchLocally = localFetch(sandbox)
const scenario = codeScenario(sandbox.control.scenario)
const listeners = new Set<() => void>()
/** Shows a warning in the output of the latest run. */
let warn: (text: string) => void

/** The control API of the sandbox on this page. */
export const control: PanelSession['control'] = sandbox.control

export const onResponse: PanelSession['onResponse'] = (listener) => { listeners.add(listener) }

/** Responds to a request of an example; resolves to undefined if it is not for the sandbox. */
async function respond(request: Request): Promise<Response | undefined> {
  if (isOfControl(request.url)) scenario.switches()
  try {
    const response = await fetchLocally(request)
    if (response) for (const listener of listeners) listener()
    return response
  } catch (error) {
    if (!(error instanceof MissingPart || isMissingModule(error))) throw error
    warn('没能下载这个接口的数据，沙箱没有应答：请检查网络，再运行一次')
    return Response.error()
  }
}

/** Whether a module of the sandbox could not be loaded; each browser words it in its own way. */
const isMissingModule = (error: unknown) => error instanceof TypeError && /module/i.test(error.message)

const createWorkers = async () => spareWorker(await loadExampleWorker(workerUrl))

/** Workers for TypeScript. A worker keeps the service worker that the page had when it started, so those with the relay are others. */
const workers = { alone: loadOnce(createWorkers), withRelay: loadOnce(createWorkers) }

/** Loads the runtime of a language at its first run. */
async function loadRuntime(language: Runnable['language'], relay: string | undefined, onProgress: (progress: Progress) => void) {
  if (language === 'typescript') return relay ? workers.withRelay() : workers.alone()
  const { loadPhp } = await import('./php.ts')
  return loadPhp(onProgress)
}

const openRelay = loadOnce(async () => {
  const { startRelay } = await import('./relay.ts').catch(() => {
    throw new Unavailable('没能下载转发同步请求的程序', '请检查网络，再点一次「运行」')
  })
  return startRelay(respond)
})

/** Starts the relay, or warns what cannot run without it. Asynchronous TypeScript can. */
async function openRelayFor(language: Runnable['language']): Promise<string | undefined> {
  try {
    return await openRelay()
  } catch (error) {
    if (!(error instanceof Unavailable) || language === 'php') throw error
    warn(`${error.message}：异步写法照常运行，同步写法与 PHP 不能运行。要运行它们，${error.remedy}。`)
  }
}

/** Leaves out the requests to the control API, which is not WeChat Pay's. */
function withoutControl(onEvent: (event: RunEvent) => void): (event: RunEvent) => void {
  return (event) => {
    const url = event.type === 'exchange' ? event.exchange.request.url : ''
    if (!isOfControl(url)) onEvent(event)
  }
}

/** Ends the scenario that the code switched on, so that the next run does not meet it. */
function endScenario(onEvent: (event: RunEvent) => void): void {
  const left = scenario.restore()
  if (left === undefined) return
  onEvent({ type: 'log', level: 'info', text: `场景 ${left} 由代码打开，随这次运行结束；要一直开着，请在「沙箱」里选` })
  listeners.forEach(listener => listener())
}

/** Runs an example in a worker whose requests go to the sandbox on this page. */
export const runExample: SandboxSession['runExample'] = async (code, options) => {
  const { language, samples, generated, onStart, onEvent, onProgress } = options
  warn = text => onEvent({ type: 'log', level: 'warn', text })
  const isTypescript = language === 'typescript'
  const runnable = isTypescript && !generated ? await javascriptOf(code, onEvent) : { code }
  if (!runnable) return { outcome: Promise.resolve('failed'), stop: () => {} }
  const relay = isTypescript && generated === 'async' ? undefined : await openRelayFor(language)
  const runtime = await loadRuntime(language, relay, onProgress)
  const { code: program, ...imports } = runnable
  const { outcome, stop } = run(program, {
    ...imports,
    client: clientSettings(identity),
    samples,
    onStart,
    onEvent: withoutControl(onEvent),
    fetch: respond,
    ...relay && { relay },
    ...runtime,
  })
  return { stop, outcome: outcome.finally(() => endScenario(onEvent)) }
}
