import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Plugin } from 'vite'
import { addressWindow } from './address-window.ts'
import { serviceWorkerFile } from './service-worker-file.ts'

async function source(): Promise<string> {
  const msw = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js')
  const guard = new URL('service-worker-guard.js', import.meta.url)
  return `${await readFile(guard, 'utf8')}\n${addressWindow(await readFile(msw, 'utf8'))}`
}

/** Serves msw's service worker, changed so that it handles requests of examples only, for the window that runs them. */
export function serviceWorker(): Plugin {
  return {
    name: 'wxpay-live:service-worker',
    configureServer(server) {
      server.middlewares.use(`${server.config.base}${serviceWorkerFile}`, async (_request, response) => {
        response.setHeader('Content-Type', 'text/javascript')
        response.end(await source())
      })
    },
    async generateBundle() {
      if (this.environment.name !== 'client') return
      this.emitFile({ type: 'asset', fileName: serviceWorkerFile, source: await source() })
    },
  }
}
