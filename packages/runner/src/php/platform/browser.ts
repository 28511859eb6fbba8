import PHP from 'php-wasm/php8.4-web.mjs'
import { withPage } from './page.ts'

/** Starts an instance of PHP. */
export function createInstance(options: PhpInstanceOptions): Promise<PhpInstance> {
  return withPage(() => new PHP(options))
}

/** The PHP files of the prelude, by their paths. */
export const prelude = import.meta.glob<string>('../prelude/**/*.php', { query: '?raw', import: 'default', eager: true })
