const resolver = 'async function resolveMainClient(event) {'

/**
 * Changes msw's service worker so that a request goes to the window whose id its URL has as `window`. msw first asks for the
 * client that sent the request, and Firefox never answers while that is a worker in a synchronous request; then it takes any
 * visible window, which may be another tab.
 *
 * @throws if msw resolves clients in another way
 */
export function addressWindow(worker: string): string {
  if (!worker.includes(resolver)) throw new Error(`msw's service worker has no “${resolver}”; see whether it still needs a change`)
  return worker.replace(resolver, `${resolver}
  return self.clients.get(new URL(event.request.url).searchParams.get('window'))
`)
}
