import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import PHP from 'php-wasm/php8.4-node.mjs'

/** Starts PHP. */
export function createInstance(options: PhpInstanceOptions): Promise<PhpInstance> {
  return new PHP(options)
}

const folder = fileURLToPath(new URL('../prelude/', import.meta.url))

/** PHP files of the prelude by path. */
export const prelude: Record<string, string> = Object.fromEntries(
  globSync('**/*.php', { cwd: folder }).map(file => [`../prelude/${file}`, readFileSync(folder + file, 'utf8')]),
)
