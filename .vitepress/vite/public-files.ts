import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { contained } from '@wxpay-live/compiler'
import type { Plugin } from 'vite'

/** Publishes the files of a folder as they are, but none that a link names outside it. Vite would follow the link. */
export function publicFiles(folder: string): Plugin {
  return {
    name: 'wxpay-live:public-files',
    config: () => ({ build: { copyPublicDir: false } }),
    generateBundle() {
      if (this.environment.name !== 'client' || !existsSync(folder)) return
      for (const name of globSync('**/*', { cwd: folder })) {
        const file = contained(join(folder, name), folder)
        if (!file || !statSync(file).isFile()) continue
        this.emitFile({ type: 'asset', fileName: name.replaceAll('\\', '/'), source: readFileSync(file) })
      }
    },
  }
}
