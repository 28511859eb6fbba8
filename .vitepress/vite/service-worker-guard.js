// Appended to msw's service worker, which lets a request through to the network when no page answers it.
// What an example sends must never leave the machine: a request to another origin is answered by the sandbox or fails.
const isOwn = request => new URL(request.url ?? request, location.href).origin === location.origin
const network = self.fetch
self.fetch = (request, init) => isOwn(request) ? network(request, init) : Promise.resolve(Response.error())

// Reached only where msw's listener did not respond.
addEventListener('fetch', (event) => {
  if (!isOwn(event.request)) event.respondWith(Response.error())
})
