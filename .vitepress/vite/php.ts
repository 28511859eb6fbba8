import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { phpWasmFile } from '@wxpay-live/runner/php-node'
import type { Plugin } from 'vite'

const id = 'virtual:php-wasm'

/**
 * Ships PHP's WebAssembly file with its licence, and tells its `url` and, for a progress bar, its `size` in bytes as
 * `virtual:php-wasm`.
 */
export function php(): Plugin {
  return {
    name: 'wxpay-live:php',
    config: () => ({
      // Found at the first run of PHP, it would make the dev server reload the page.
      optimizeDeps: { exclude: ['php-wasm'] },
      worker: {
        rolldownOptions: {
          // php-wasm names the file too, in its worker: under the same name it is shipped once.
          output: { assetFileNames: 'assets/[name].[hash][extname]' },
          // Where php-wasm calls eval is nothing we can change; nor does the content security policy let it.
          checks: { eval: false },
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
