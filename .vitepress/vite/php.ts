import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { phpWasmFile } from '@wxpay-live/runner/php-node'
import type { Plugin } from 'vite'

const id = 'virtual:php-wasm'

/**
 * Ships the WebAssembly file of PHP with its licence. `virtual:php-wasm` exports its `url` and, for the progress bar, its
 * `size` in bytes.
 */
export function php(): Plugin {
  return {
    name: 'wxpay-live:php',
    config: () => ({
      // Discovered at the first PHP run, it would make the dev server reload the page.
      optimizeDeps: { exclude: ['php-wasm'] },
      worker: {
        rolldownOptions: {
          // php-wasm's worker refers to the file too; with the same name it is shipped only once.
          output: { assetFileNames: 'assets/[name].[hash][extname]' },
          // php-wasm contains eval calls, which our content security policy blocks anyway.
          checks: { eval: false, pluginTimings: false },
        },
      },
    }),
    resolveId: source => source === id ? `\0${id}` : undefined,
    load(resolved) {
      if (resolved !== `\0${id}`) return
      const file = phpWasmFile()
      return `export { default as url } from ${JSON.stringify(`${file}?url`)}\nexport const size = ${statSync(file).size}\n`
    },
    generateBundle() {
      if (this.environment.name !== 'client') return
      const source = ['NOTICE', 'LICENSE'].map(name => readFileSync(join(phpWasmFile(), '..', name), 'utf8')).join('\n')
      this.emitFile({ type: 'asset', fileName: 'assets/php-wasm.LICENSE.txt', source })
    },
  }
}
