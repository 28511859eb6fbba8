import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** Path of the WebAssembly file of PHP 8.4; `php-wasm` has one for each version. */
export function phpWasmFile(): string {
  const { resolve } = createRequire(import.meta.url)
  const [name] = /[0-9a-f]{40}\.wasm/.exec(readFileSync(resolve('php-wasm/php8.4-web.mjs'), 'utf8')) ?? []
  return resolve(`php-wasm/${name}`)
}
