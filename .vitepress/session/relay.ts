import { http } from 'msw/http'
import { setupWorker } from 'msw/browser'
import { serviceWorkerFile } from '../vite/service-worker-file.ts'
import { Unavailable } from './unavailable.ts'

/** Answers a request of an example. */
type Respond = (request: Request) => Promise<Response | undefined>

/**
 * Registers the service worker, which passes synchronous requests of examples to this window.
 *
 * @returns the URL for such requests, without `url`
 * @throws {Unavailable} if the browser has no service worker for this page
 */
export async function startRelay(respond: Respond): Promise<string> {
  if (!('serviceWorker' in navigator)) {
    throw new Unavailable('这个窗口没有 Service Worker，多半因为是隐私（无痕）窗口', '请换普通窗口打开')
  }
  const address = new URL(`${import.meta.env.BASE_URL}${serviceWorkerFile}`, location.href)
  // msw reloads a page that bypasses a registered worker, and with it the reader's code.
  if (await isRegistered()) assertControlled()
  await register(address, respond)
  assertControlled()
  const id = await (await fetch(address)).text()
  address.searchParams.set('window', id)
  return address.href
}

/** Whether the worker is registered, by another tab of the site. */
async function isRegistered(): Promise<boolean> {
  const { serviceWorker } = navigator
  const listed = await serviceWorker.getRegistration().catch(() => {
    throw new Unavailable('浏览器不让本站存储数据，所以没有 Service Worker', '请在浏览器的设置里允许本站的 Cookie')
  })
  // The previous page's worker may still be listed while it unregisters; an update drops it.
  await listed?.update().catch(() => {})
  return await serviceWorker.getRegistration() !== undefined
}

function assertControlled(): void {
  if (navigator.serviceWorker.controller) return
  throw new Unavailable('强制刷新（Shift + 刷新）绕过了 Service Worker', '请正常刷新页面')
}

async function register(address: URL, respond: Respond): Promise<void> {
  try {
    const worker = setupWorker(http.all(address.href, async ({ request }) =>
      await respond(await original(request)) ?? Response.error()))
    await worker.start({ quiet: true, onUnhandledFrame: 'bypass', serviceWorker: { url: address.pathname } })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new Unavailable(`没能登记 Service Worker（${message}）`, '请检查网络，再点一次「运行」')
  }
}

/** The request that the example meant to send. */
async function original(relayed: Request): Promise<Request> {
  const { method, headers } = relayed
  const body = await relayed.arrayBuffer()
  const url = new URL(relayed.url).searchParams.get('url') ?? ''
  return new Request(url, { method, headers, ...body.byteLength > 0 && { body } })
}
