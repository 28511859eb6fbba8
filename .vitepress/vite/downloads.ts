import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

/** Files generated before the build, by file name below the site's base. */
const files = ['catalog.json', 'openapi.json', 'paths.d.ts']

const read = (file: string): string =>
  readFileSync(fileURLToPath(import.meta.resolve(`@wxpay-live/openapi/${file}`)), 'utf8')

/** Serves the reference as data for download. */
export function downloads(): Plugin {
  return {
    name: 'wxpay-live:downloads',
    configureServer({ config, middlewares }) {
      for (const file of files) {
        middlewares.use(`${config.base}${file}`, (_request, response) => void response.end(read(file)))
      }
    },
    generateBundle() {
      if (this.environment.name !== 'client') return
      for (const file of files) this.emitFile({ type: 'asset', fileName: file, source: read(file) })
    },
  }
}
