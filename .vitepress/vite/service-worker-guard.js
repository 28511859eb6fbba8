// Put before msw's service worker: msw gets the requests of examples, and nothing else.
addEventListener('fetch', (event) => {
  const { origin, pathname, searchParams } = new URL(event.request.url)
  const isForExample = origin + pathname === location.origin + location.pathname
  if (isForExample && searchParams.has('window')) return
  event.stopImmediatePropagation()
  // A page learns its own id, which its examples then send as `window`.
  if (isForExample) event.respondWith(new Response(event.clientId))
})

// msw sends a request to the network if no page handles it.
self.fetch = () => Promise.resolve(Response.error())
