import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

/** Files generated before the build, by file name below the site's base. */
const names = ['catalog.json', 'openapi.json', 'paths.d.ts']

const read = (name: string): string =>
  readFileSync(fileURLToPath(import.meta.resolve(`@wxpay-live/openapi/${name}`)), 'utf8')

/** Returns the reference as data for download. */
export const downloads = (): [path: string, content: string][] => names.map(name => [name, read(name)])

/** Serves it in development. */
export function serveDownloads(): Plugin {
  return {
    name: 'wxpay-live:downloads',
    configureServer({ config, middlewares }) {
      for (const name of names) {
        middlewares.use(`${config.base}${name}`, (_request, response) => void response.end(read(name)))
      }
    },
  }
}
