import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export { default as createInstance } from 'php-wasm/php8.4-node.mjs'

const folder = fileURLToPath(new URL('../prelude/', import.meta.url))

/** The PHP files of the prelude, by their paths. */
export const prelude: Record<string, string> = Object.fromEntries(
  globSync('**/*.php', { cwd: folder }).map(file => [`../prelude/${file}`, readFileSync(folder + file, 'utf8')]),
)
