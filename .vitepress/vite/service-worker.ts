import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Plugin } from 'vite'
import { serviceWorkerFile } from './service-worker-file.ts'

async function source(): Promise<string> {
  const msw = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js')
  const parts = await Promise.all([readFile(msw, 'utf8'), readFile(new URL('service-worker-guard.js', import.meta.url), 'utf8')])
  return parts.join('\n')
}

/** Serves msw's service worker with a guard that keeps requests of examples off the network. */
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
