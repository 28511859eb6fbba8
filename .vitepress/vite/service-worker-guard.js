// Appended to msw's service worker, which sends a request to the network if no page handles it.
// Requests of examples must never leave the machine: the sandbox handles requests to other origins, or they fail.
const isOwn = request => new URL(request.url ?? request, location.href).origin === location.origin
const network = self.fetch
self.fetch = (request, init) => isOwn(request) ? network(request, init) : Promise.resolve(Response.error())

// Runs only if msw's listener did not respond.
addEventListener('fetch', (event) => {
  if (!isOwn(event.request)) event.respondWith(Response.error())
})
