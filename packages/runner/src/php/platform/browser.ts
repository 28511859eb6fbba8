import PHP from 'php-wasm/php8.4-web.mjs'
import { withPage } from './page.ts'

/** Starts PHP. */
export function createInstance(options: PhpInstanceOptions): Promise<PhpInstance> {
  return withPage(() => new PHP(options))
}

/** PHP files of the prelude by path. */
export const prelude = import.meta.glob<string>('../prelude/**/*.php', { query: '?raw', import: 'default', eager: true })
