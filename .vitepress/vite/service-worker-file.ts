/** File name of the service worker, below the site's base. */
export const serviceWorkerFile = 'sandbox-service-worker.js'
